import { expect, test } from 'vitest';
import { emptyTask, quickDues } from './draft_task';

const zone = 'Europe/Moscow';
const thursday = new Date('2026-11-26T12:30:00Z');
const friday = new Date('2026-11-27T12:30:00Z');
const saturday = new Date('2026-11-28T12:30:00Z');
// It is Monday in Moscow already.
const lateSunday = new Date('2026-11-29T21:30:00Z');

test('a new task is for the next working day', () => {
  expect(emptyTask(thursday, zone).due).toBe('2026-11-27T10:00');
  expect(emptyTask(friday, zone).due).toBe('2026-11-30T10:00');
  expect(emptyTask(saturday, zone).due).toBe('2026-11-30T10:00');
  expect(emptyTask(lateSunday, zone).due).toBe('2026-12-01T10:00');
});

test('the quick choices are by the clocks of the user', () => {
  expect(quickDues.inAnHour(friday, zone)).toBe('2026-11-27T16:30');
  expect(quickDues.inAnHour(new Date('2026-11-27T20:30:00Z'), zone)).toBe('2026-11-28T00:30');
  expect(quickDues.tomorrow(friday, zone)).toBe('2026-11-28T10:00');
  expect(quickDues.monday(friday, zone)).toBe('2026-11-30T10:00');
  expect(quickDues.monday(lateSunday, zone)).toBe('2026-12-07T10:00');
});

import { expect, test } from 'vitest';
import { serverClock } from '../clock/server_clock';
import { draftProblems, dueTimeOf, emptyTask, quickDue, quickDues } from './draft_task';

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

test('an hour from now is an hour by the server’s clock', () => {
  const now = Date.now();
  const ahead = 20 * 60_000;
  serverClock.learn(new Date(now + ahead).toUTCString(), now, now);
  const chosen = dueTimeOf({ due: quickDue('inAnHour', zone), allDay: false }, zone);
  const inMs = Number(chosen?.seconds) * 1000 - now;
  expect(Math.abs(inMs - ahead - 3_600_000)).toBeLessThan(62_000);
});

test('a date that cannot be is found before the service is asked', () => {
  const of = (due: string, text = 'Позвонить') => draftProblems({ text, due });
  expect(of('2026-11-27T10:00')).toEqual({});
  expect(of('20226-11-27T10:00').due).toBe('tasks.dueMalformed');
  expect(of('0000-11-27T10:00').due).toBe('tasks.dueMalformed');
  expect(of('', ' ')).toEqual({ text: 'tasks.textRequired', due: 'tasks.dueRequired' });
  expect(dueTimeOf({ due: '20226-11-27T10:00', allDay: false }, zone)).toBeUndefined();
});

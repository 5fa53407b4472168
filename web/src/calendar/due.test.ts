import { expect, test } from 'vitest';
import { dueGroup } from './due';

const zone = 'Europe/Moscow';
const now = new Date('2026-11-22T12:00:00Z');
const group = (moment: string, allDay = false) => dueGroup({ moment: new Date(moment), allDay }, now, zone);

test('a task is overdue at its moment', () => {
  expect(group('2026-11-22T12:00:00Z')).toBe('overdue');
  expect(group('2026-11-22T12:00:01Z')).toBe('today');
});

test('a task for a day is overdue when the day is over where the user is', () => {
  expect(group('2026-11-22T06:00:00Z', true)).toBe('today');
  expect(group('2026-11-21T20:30:00Z', true)).toBe('overdue');
  expect(group('2026-11-21T21:30:00Z', true)).toBe('today');
});

test('tomorrow begins at midnight of the zone', () => {
  expect(group('2026-11-22T20:59:00Z')).toBe('today');
  expect(group('2026-11-22T21:00:00Z')).toBe('tomorrow');
  expect(group('2026-11-23T21:00:00Z')).toBe('later');
});

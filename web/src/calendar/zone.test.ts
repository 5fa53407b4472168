import { expect, test } from 'vitest';
import { addDays, momentOf, wallDay, wallTime } from './zone';

test('a moment is shown by the clocks of the zone', () => {
  expect(wallTime(new Date('2026-11-22T09:05:00Z'), 'Europe/Moscow')).toBe('2026-11-22T12:05');
  expect(wallDay(new Date('2026-11-22T22:00:00Z'), 'Europe/Moscow')).toBe('2026-11-23');
});

test('what the clocks show is the moment at which they show it', () => {
  for (const zone of ['Europe/Moscow', 'Asia/Vladivostok', 'America/New_York', 'UTC']) {
    const moment = momentOf('2026-07-01T09:30', zone);
    expect(wallTime(moment, zone)).toBe('2026-07-01T09:30');
  }
});

test('both sides of a change of the clocks are told apart', () => {
  expect(momentOf('2026-03-29T01:30', 'Europe/Berlin').toISOString()).toBe('2026-03-29T00:30:00.000Z');
  expect(momentOf('2026-03-29T03:30', 'Europe/Berlin').toISOString()).toBe('2026-03-29T01:30:00.000Z');
});

test('a time that the clocks skip is the moment they skip to', () => {
  expect(wallTime(momentOf('2026-03-29T02:30', 'Europe/Berlin'), 'Europe/Berlin')).toBe('2026-03-29T03:30');
});

test('days are counted across months and years', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
});

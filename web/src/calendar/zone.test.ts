import { expect, test } from 'vitest';
import { addDays, isKnownZone, momentOf, wallDay, wallTime } from './zone';

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

test('a time that the clocks skip moves forward by the skip', () => {
  expect(wallTime(momentOf('2026-03-29T02:30', 'Europe/Berlin'), 'Europe/Berlin')).toBe('2026-03-29T03:30');
  const newYork = 'America/New_York';
  expect(wallTime(momentOf('2027-03-14T02:30', newYork), newYork)).toBe('2027-03-14T03:30');
  expect(wallTime(momentOf('2027-03-14T01:59', newYork), newYork)).toBe('2027-03-14T01:59');
  expect(wallTime(momentOf('2027-03-14T03:00', newYork), newYork)).toBe('2027-03-14T03:00');
});

test('a time that is skipped at midnight stays on its day', () => {
  expect(wallTime(momentOf('2027-09-05T00:30', 'America/Santiago'), 'America/Santiago')).toBe('2027-09-05T01:30');
});

test('of a time that comes twice, the first counts', () => {
  expect(momentOf('2027-11-07T01:30', 'America/New_York').toISOString()).toBe('2027-11-07T05:30:00.000Z');
  expect(momentOf('2026-10-25T02:30', 'Europe/Berlin').toISOString()).toBe('2026-10-25T00:30:00.000Z');
});

test('a browser does not know every name', () => {
  expect(isKnownZone('Europe/Moscow')).toBe(true);
  for (const zone of ['Europe/Atlantis', '']) expect(isKnownZone(zone)).toBe(false);
});

test('days are counted across months and years', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
});

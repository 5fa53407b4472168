import { create } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { expect, test } from 'vitest';
import { wallTime } from '../calendar/zone';
import { Notification_Kind as Kind, NotificationSchema } from '../gen/voronka/notifier/v1/notification_pb';
import { snoozeChoices } from './snooze_choices';

const moscow = 'Europe/Moscow';
const reminder = create(NotificationSchema, { kind: Kind.TASK_REMINDER });
const choices = (now: string, zone = moscow, notification = reminder) =>
  snoozeChoices(notification, new Date(now), zone);

// What the clock on the user's wall shows when the last of the choices is over.
function morningOf(now: string, zone: string): string {
  const until = choices(now, zone).at(-1)?.until;
  return until && 'moment' in until ? wallTime(until.moment, zone) : '';
}

test('a reminder is put off for a quarter, for an hour, or until the morning', () => {
  const shown = choices('2026-11-26T12:30:00Z');
  expect(shown.map(({ name }) => name)).toEqual(['inAQuarter', 'inAnHour', 'tomorrowAtNine']);
  expect(shown.slice(0, 2).map(({ until }) => until)).toEqual([{ forMs: 900_000 }, { forMs: 3_600_000 }]);
  expect(morningOf('2026-11-26T12:30:00Z', moscow)).toBe('2026-11-27T09:00');
});

test('tomorrow is the user’s: late in the evening it is the next day where they are', () => {
  // 23:30 in Moscow, and 00:30 the day after in Yekaterinburg, where it is still last evening's day in UTC.
  expect(morningOf('2026-11-26T20:30:00Z', moscow)).toBe('2026-11-27T09:00');
  expect(morningOf('2026-11-26T23:30:00Z', 'America/New_York')).toBe('2026-11-27T09:00');
  expect(morningOf('2026-11-26T14:30:00Z', 'Asia/Kamchatka')).toBe('2026-11-27T09:00');
});

test('after midnight the morning that comes is today’s', () => {
  const shown = choices('2026-11-26T21:30:00Z');
  expect(shown.at(-1)?.name).toBe('todayAtNine');
  expect(morningOf('2026-11-26T21:30:00Z', moscow)).toBe('2026-11-27T09:00');
  expect(choices('2026-11-27T02:00:00Z').at(-1)?.name).toBe('tomorrowAtNine');
});

test('nine o’clock is nine o’clock when the clocks change in the night', () => {
  const inHours = (now: string, zone: string) => {
    const until = choices(now, zone).at(-1)?.until;
    return until && 'moment' in until ? (until.moment.getTime() - Date.parse(now)) / 3_600_000 : 0;
  };
  expect(morningOf('2026-03-28T20:00:00Z', 'Europe/Berlin')).toBe('2026-03-29T09:00');
  expect(inHours('2026-03-28T20:00:00Z', 'Europe/Berlin')).toBe(11);
  expect(morningOf('2026-10-24T19:00:00Z', 'Europe/Berlin')).toBe('2026-10-25T09:00');
  expect(inHours('2026-10-24T19:00:00Z', 'Europe/Berlin')).toBe(13);
});

test('an offer is put off only until it has to be taken', () => {
  const offer = (deadline: string) =>
    create(NotificationSchema, { kind: Kind.OFFER, deadline: timestampFromDate(new Date(deadline)) });
  const names = (deadline: string) => choices('2026-11-26T12:30:00Z', moscow, offer(deadline)).map(({ name }) => name);
  expect(names('2026-11-26T12:35:00Z')).toEqual([]);
  expect(names('2026-11-26T12:50:00Z')).toEqual(['inAQuarter']);
  expect(names('2026-11-26T14:30:00Z')).toEqual(['inAQuarter', 'inAnHour']);
});

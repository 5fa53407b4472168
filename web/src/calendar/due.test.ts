import { create } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { expect, test } from 'vitest';
import { TaskSchema } from '../gen/voronka/crm/v1/task_pb';
import { i18n } from '../i18n/i18n';
import { dueGroup, dueOf, dueText } from './due';
import { setAccountZone } from './user_zone';

const zone = 'Europe/Moscow';
const now = new Date('2026-11-22T12:00:00Z');
const group = (moment: string, allDay = false) => dueGroup({ moment: new Date(moment), allDay, zone }, now);
const allDayIn = (timeZone: string, moment: string) =>
  dueOf(create(TaskSchema, { allDay: true, timeZone, dueTime: timestampFromDate(new Date(moment)) }));

test('a task is overdue at its moment', () => {
  expect(group('2026-11-22T12:00:00Z')).toBe('overdue');
  expect(group('2026-11-22T12:00:01Z')).toBe('today');
});

test('no task is overdue while its deal waits for an approval', () => {
  const waiting = (moment: string) => dueGroup({ moment: new Date(moment), allDay: false, zone }, now, true);
  expect(waiting('2026-11-20T12:00:00Z')).toBe('today');
  expect(waiting('2026-11-23T12:00:00Z')).toBe('tomorrow');
});

test('a task for a day is overdue when the day is over in its zone', () => {
  expect(group('2026-11-22T06:00:00Z', true)).toBe('today');
  expect(group('2026-11-21T20:30:00Z', true)).toBe('overdue');
  expect(group('2026-11-21T21:30:00Z', true)).toBe('today');
});

test('tomorrow begins at midnight of the zone', () => {
  expect(group('2026-11-22T20:59:00Z')).toBe('today');
  expect(group('2026-11-22T21:00:00Z')).toBe('tomorrow');
  expect(group('2026-11-23T21:00:00Z')).toBe('later');
});

test('a day in Moscow is the same day for whoever looks from Kaliningrad', () => {
  setAccountZone('Europe/Kaliningrad');
  // Midnight in Moscow, where it is still yesterday in Kaliningrad.
  const due = allDayIn('Europe/Moscow', '2026-11-21T21:00:00Z');
  expect(due && dueGroup(due, now)).toBe('today');
  expect(due && dueText(due, now)).toBe(i18n.t('days.today'));
  const evening = new Date('2026-11-22T21:30:00Z');
  expect(due && dueGroup(due, evening)).toBe('overdue');
  expect(due && dueText(due, evening)).toMatch(/22/);
});

test('a day in Kamchatka is a date for whoever looks from Moscow while it is another day there', () => {
  setAccountZone('Europe/Moscow');
  const evening = new Date('2026-11-28T14:00:00Z');
  const today = allDayIn('Asia/Kamchatka', '2026-11-29T00:00:00Z');
  expect(today && dueGroup(today, evening)).toBe('today');
  expect(today && dueText(today, evening)).toMatch(/29/);
  const own = allDayIn('Europe/Moscow', '2026-11-28T09:00:00Z');
  expect(own && dueText(own, evening)).toBe(i18n.t('days.today'));
});

test('a day in a zone that the browser does not know is one of the user’s days', () => {
  setAccountZone('Europe/Kaliningrad');
  expect(allDayIn('posix/Europe/Moscow', '2026-11-22T09:00:00Z')?.zone).toBe('Europe/Kaliningrad');
});

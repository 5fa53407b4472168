import { create } from '@bufbuild/protobuf';
import { durationFromMs, timestampFromDate } from '@bufbuild/protobuf/wkt';
import { expect, test } from 'vitest';
import { ActivitySchema, Activity_Channel, Activity_Direction, Activity_Kind } from '../gen/voronka/crm/v1/activity_pb';
import { activityOf, activityProblems, draftOf, emptyActivity, withKind } from './draft_activity';

const zone = 'Europe/Moscow';
const now = new Date('2026-11-30T09:30:41Z');
const empty = emptyActivity(now, zone);

test('a new one is a call now, whose exact time is left to the moment when it is sent', () => {
  expect(empty).toMatchObject({ kind: Activity_Kind.CALL, channel: Activity_Channel.PHONE, time: '2026-11-30T12:30' });
  expect(activityOf(empty, empty, zone).time).toBeUndefined();
});

test('a typed time is in the user’s zone', () => {
  const typed = { ...empty, time: '2026-11-30T10:15' };
  expect(activityOf(typed, empty, zone).time).toEqual(timestampFromDate(new Date('2026-11-30T07:15:00Z')));
});

test('what was not touched stays as exact as it was', () => {
  const known = create(ActivitySchema, {
    kind: Activity_Kind.CALL,
    time: timestampFromDate(now),
    duration: durationFromMs(95_000),
  });
  const draft = draftOf(known, zone);
  expect(draft).toMatchObject({
    direction: Activity_Direction.OUTGOING,
    channel: Activity_Channel.PHONE,
    minutes: '1.58',
  });
  const saved = activityOf({ ...draft, note: ' Просит прайс ' }, draft, zone, known);
  expect(saved).toMatchObject({ time: known.time, duration: known.duration, note: 'Просит прайс' });
});

test('minutes are read with a comma or a point, and taken away', () => {
  expect(activityOf({ ...empty, minutes: '2,5' }, empty, zone).duration).toEqual(durationFromMs(150_000));
  const known = create(ActivitySchema, { kind: Activity_Kind.CALL, duration: durationFromMs(60_000) });
  const draft = draftOf(known, zone);
  expect(activityOf({ ...draft, minutes: '' }, draft, zone, known).duration).toBeUndefined();
});

test('what cannot be read is said', () => {
  for (const minutes of ['пять', '-1', '1441', '1.234']) {
    expect(activityProblems({ ...empty, minutes }).minutes).toBe('activities.minutesMalformed');
  }
  for (const minutes of ['', '0', '1440', '2,5'])
    expect(activityProblems({ ...empty, minutes }).minutes).toBeUndefined();
  expect(activityProblems({ ...empty, time: '' }).time).toBe('activities.timeMalformed');
});

test('another kind keeps a channel that it has too, and gets its usual one otherwise', () => {
  const call = { ...empty, channel: Activity_Channel.MESSENGER };
  expect(withKind(call, Activity_Kind.MESSAGE).channel).toBe(Activity_Channel.MESSENGER);
  expect(withKind(call, Activity_Kind.MEETING).channel).toBe(Activity_Channel.IN_PERSON);
});

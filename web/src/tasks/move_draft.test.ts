import { create } from '@bufbuild/protobuf';
import { durationFromMs, timestampFromDate } from '@bufbuild/protobuf/wkt';
import { expect, test } from 'vitest';
import { setAccountZone } from '../calendar/user_zone';
import { TaskSchema } from '../gen/voronka/crm/v1/task_pb';
import { changedReminders, draftOf } from './move_draft';

const dueTime = timestampFromDate(new Date('2026-11-26T22:30:00Z'));

test('a time is shown by the user’s clock, a whole day as its own zone has it', () => {
  setAccountZone('Europe/Moscow');
  expect(draftOf(create(TaskSchema, { dueTime, timeZone: 'Asia/Omsk' })).due).toBe('2026-11-27T01:30');
  const day = { dueTime, allDay: true };
  expect(draftOf(create(TaskSchema, { ...day, timeZone: 'Europe/London' })).due).toBe('2026-11-26');
  expect(draftOf(create(TaskSchema, { ...day, timeZone: 'Asia/Omsk' })).due).toBe('2026-11-27');
});

test('reminders are sent only if the user has changed them', () => {
  const task = create(TaskSchema, { dueTime, reminders: { before: [durationFromMs(3_600_000)] } });
  const draft = draftOf(task);
  expect(changedReminders(task, draft)).toBeUndefined();
  expect(changedReminders(task, { ...draft, remindBefore: [] })).toEqual({ before: [] });
});

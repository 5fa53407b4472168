import { timestampDate } from '@bufbuild/protobuf/wkt';
import { userZone } from '../calendar/user_zone';
import { isKnownZone, wallDay, wallTime } from '../calendar/zone';
import type { Task } from '../gen/voronka/crm/v1/task_pb';
import type { DraftTask } from './draft_task';
import { offsetsOf, remindersAt } from './reminders';

export type MoveDraft = Pick<DraftTask, 'due' | 'allDay' | 'remindBefore'>;

// A whole day is one of the task's own zone, any other time is shown by the user's clock.
export function zoneOf({ allDay, timeZone }: Pick<Task, 'allDay' | 'timeZone'>): string {
  return allDay && isKnownZone(timeZone) ? timeZone : userZone();
}

export function draftOf(task: Task): MoveDraft {
  const moment = task.dueTime && timestampDate(task.dueTime);
  const show = task.allDay ? wallDay : wallTime;
  return { due: moment ? show(moment, zoneOf(task)) : '', allDay: task.allDay, remindBefore: offsetsOf(task) };
}

// Undefined: as the task has them.
export function changedReminders(task: Task, { remindBefore }: MoveDraft) {
  return offsetsOf(task).join() === remindBefore.join() ? undefined : remindersAt(remindBefore);
}

import { timestampDate } from '@bufbuild/protobuf/wkt';
import type { Task } from '../gen/voronka/crm/v1/task_pb';
import { dayOf, momentText, nearDayOf } from './date_text';
import { userZone } from './user_zone';
import { addDays, isKnownZone, wallDay } from './zone';

export const dueGroups = ['overdue', 'today', 'tomorrow', 'later'] as const;
export type DueGroup = (typeof dueGroups)[number];

export interface Due {
  moment: Date;
  allDay: boolean;
  // Whose days count: for a task of a whole day its own, wherever it is looked at; for any other the user's.
  zone: string;
}

export function dueOf({ dueTime, allDay, timeZone }: Task): Due | undefined {
  if (!dueTime) return undefined;
  const zone = allDay && isKnownZone(timeZone) ? timeZone : userZone();
  return { moment: timestampDate(dueTime), allDay, zone };
}

// An all-day task is overdue once its day has ended; any other, once its moment has come. None is while its deal waits
// for an approval: it is among today's.
export function dueGroup({ moment, allDay, zone }: Due, now: Date, awaitsApproval = false): DueGroup {
  const day = wallDay(moment, zone);
  const today = wallDay(now, zone);
  if (allDay ? day < today : moment <= now) return awaitsApproval ? 'today' : 'overdue';
  if (day === today) return 'today';
  return day === addDays(today, 1) ? 'tomorrow' : 'later';
}

// A day of another zone is written as a date while it is another day there: its «завтра» may be the reader's today.
export function dueText({ moment, allDay, zone }: Due, now: Date): string {
  if (!allDay) return momentText(moment, now);
  const isSameDay = wallDay(now, zone) === wallDay(now, userZone());
  return isSameDay ? nearDayOf(moment, now, zone) : dayOf(moment, now, zone);
}

import { timestampFromDate, type Timestamp } from '@bufbuild/protobuf/wkt';
import { addDays, momentOf, wallDay } from '../calendar/zone';

// A task as typed: `due` is the text of a date field, or of a date-and-time field.
export interface DraftTask {
  text: string;
  due: string;
  allDay: boolean;
}

const usualHour = 'T10:00';

// The next task is usually for tomorrow morning.
export function emptyTask(now: Date, zone: string): DraftTask {
  return { text: '', due: addDays(wallDay(now, zone), 1) + usualHour, allDay: false };
}

export function forWholeDay(task: DraftTask, allDay: boolean): DraftTask {
  const day = task.due.slice(0, 10);
  return { ...task, allDay, due: allDay || !day ? day : day + usualHour };
}

// The due time for a request; undefined when none is entered.
export function dueTimeOf({ due, allDay }: DraftTask, zone: string): Timestamp | undefined {
  if (!due) return undefined;
  return timestampFromDate(momentOf(allDay ? `${due.slice(0, 10)}T12:00` : due.slice(0, 16), zone));
}

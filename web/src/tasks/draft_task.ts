import { timestampFromDate, type Timestamp } from '@bufbuild/protobuf/wkt';
import { nextMonday, nextWorkday } from '../calendar/workday';
import { addDays, momentOf, wallDay, wallTime } from '../calendar/zone';

// A task as typed: `due` is the text of a date field, or of a date-and-time field.
export interface DraftTask {
  text: string;
  due: string;
  allDay: boolean;
}

const usualHour = 'T10:00';

// The next task is usually for the morning of the next working day.
export function emptyTask(now: Date, zone: string): DraftTask {
  return { text: '', due: nextWorkday(wallDay(now, zone)) + usualHour, allDay: false };
}

const hourMs = 3_600_000;

// What is usually chosen, as `due` of a task.
export const quickDues = {
  inAnHour: (now: Date, zone: string) => wallTime(new Date(now.getTime() + hourMs), zone),
  tomorrow: (now: Date, zone: string) => addDays(wallDay(now, zone), 1) + usualHour,
  monday: (now: Date, zone: string) => nextMonday(wallDay(now, zone)) + usualHour,
};

export function forWholeDay(task: DraftTask, allDay: boolean): DraftTask {
  const day = task.due.slice(0, 10);
  return { ...task, allDay, due: allDay || !day ? day : day + usualHour };
}

// The due time for a request; undefined when none is entered.
export function dueTimeOf({ due, allDay }: DraftTask, zone: string): Timestamp | undefined {
  if (!due) return undefined;
  return timestampFromDate(momentOf(allDay ? `${due.slice(0, 10)}T12:00` : due.slice(0, 16), zone));
}

import { timestampFromDate, type Timestamp } from '@bufbuild/protobuf/wkt';
import { serverNow } from '../clock/server_clock';
import { usualOffsets } from './reminders';
import { nextMonday, nextWorkday } from '../calendar/workday';
import { addDays, momentOf, wallDay, wallTime } from '../calendar/zone';

// A task as typed: `due` is the text of a date field, or of a date-and-time field.
export interface DraftTask {
  text: string;
  due: string;
  allDay: boolean;
  // How long before, in seconds, the assignee is reminded. A task for a whole day reminds nobody.
  remindBefore: number[];
}

const usualHour = 'T10:00';

// The next task is usually for the morning of the next working day.
export function emptyTask(now: Date, zone: string): DraftTask {
  return { text: '', due: nextWorkday(wallDay(now, zone)) + usualHour, allDay: false, remindBefore: usualOffsets };
}

const hourMs = 3_600_000;

// What is usually chosen, as `due` of a task.
export const quickDues = {
  inAnHour: (now: Date, zone: string) => wallTime(new Date(now.getTime() + hourMs), zone),
  tomorrow: (now: Date, zone: string) => addDays(wallDay(now, zone), 1) + usualHour,
  monday: (now: Date, zone: string) => nextMonday(wallDay(now, zone)) + usualHour,
};

export type QuickChoice = keyof typeof quickDues;

// By the server's clock, which also decides when the task is due.
export function quickDue(choice: QuickChoice, zone: string): string {
  return quickDues[choice](new Date(serverNow()), zone);
}

export function forWholeDay<T extends Pick<DraftTask, 'due' | 'allDay'>>(task: T, allDay: boolean): T {
  const day = task.due.slice(0, 10);
  return { ...task, allDay, due: allDay || !day ? day : day + usualHour };
}

// The years that a browser's field and the service both know: 0001 to 9999.
const readable = /^(?!0000)\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?)?$/;

// The latest moment that a field may hold, as its `max`.
export const latestDue = (allDay: boolean): string => (allDay ? '9999-12-31' : '9999-12-31T23:59');

// What is wrong with a task as typed, by its field: a key of a text. Found here, so that the service is not asked.
export function draftProblems({ text, due }: Pick<DraftTask, 'text' | 'due'>): {
  text?: 'tasks.textRequired';
  due?: DueProblem;
} {
  return {
    text: text.trim() ? undefined : 'tasks.textRequired',
    due: due === '' ? 'tasks.dueRequired' : readable.test(due) ? undefined : 'tasks.dueMalformed',
  };
}

type DueProblem = 'tasks.dueRequired' | 'tasks.dueMalformed';

// The due time for a request; undefined when none is entered that can be read.
export function dueTimeOf({ due, allDay }: Pick<DraftTask, 'due' | 'allDay'>, zone: string): Timestamp | undefined {
  if (!readable.test(due)) return undefined;
  return timestampFromDate(momentOf(allDay ? `${due.slice(0, 10)}T12:00` : due.slice(0, 16), zone));
}

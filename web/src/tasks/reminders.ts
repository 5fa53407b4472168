import { durationFromMs, durationMs } from '@bufbuild/protobuf/wkt';
import type { Reminders, Task } from '../gen/voronka/crm/v1/task_pb';
import { i18n } from '../i18n/i18n';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

// How long before the due time, in seconds, one may be reminded: what the form offers.
export const offeredOffsets = [day, hour, 30 * minute, 0];

// Of a task of which nothing else is said.
export const usualOffsets: number[] = [30 * minute];

const earliestFirst = (offsets: number[]): number[] => [...new Set(offsets)].sort((a, b) => b - a);

// With the offset if it was not among them, or without it.
export function toggled(offsets: number[], offset: number): number[] {
  const others = offsets.filter((other) => other !== offset);
  return earliestFirst(others.length < offsets.length ? others : [...offsets, offset]);
}

// Those of a task, the earliest reminder first. None for a whole day, which has no moment.
export function offsetsOf({ allDay, reminders }: Pick<Task, 'allDay' | 'reminders'>): number[] {
  if (allDay) return [];
  return reminders ? earliestFirst(reminders.before.map((before) => durationMs(before) / 1000)) : usualOffsets;
}

// What can be chosen from: what is offered, and what the task has from elsewhere.
export const choicesFor = (offsets: number[]): number[] => earliestFirst([...offeredOffsets, ...offsets]);

export const remindersAt = (offsets: number[]): Pick<Reminders, 'before'> => ({
  before: offsets.map((offset) => durationFromMs(offset * 1000)),
});

const units = [
  { name: 'day', seconds: day },
  { name: 'hour', seconds: hour },
  { name: 'minute', seconds: minute },
  { name: 'second', seconds: 1 },
] as const;

// «за час», «за 30 минут», «в срок».
export function offsetText(offset: number): string {
  if (offset === 0) return i18n.t('tasks.reminders.atDue');
  const unit = units.find(({ seconds }) => offset % seconds === 0);
  if (!unit) return '';
  const count = offset / unit.seconds;
  return i18n.t(count === 1 ? `tasks.reminders.one.${unit.name}` : `tasks.reminders.${unit.name}`, { count });
}

import { addDays } from './zone';

const saturday = 6;
const sunday = 0;
const monday = 1;

// 0 is Sunday. A day is written like `2026-11-22`.
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

const isWorkday = (day: string): boolean => weekdayOf(day) !== saturday && weekdayOf(day) !== sunday;

function next(day: string, isWanted: (day: string) => boolean): string {
  let candidate = addDays(day, 1);
  while (!isWanted(candidate)) candidate = addDays(candidate, 1);
  return candidate;
}

// The first working day after this one: Monday to Friday.
export const nextWorkday = (day: string): string => next(day, isWorkday);

// The first Monday after this day.
export const nextMonday = (day: string): string => next(day, (candidate) => weekdayOf(candidate) === monday);

import { addDays, wallDay } from './zone';

export const dueGroups = ['overdue', 'today', 'tomorrow', 'later'] as const;
export type DueGroup = (typeof dueGroups)[number];

interface Due {
  moment: Date;
  allDay: boolean;
}

// An all-day task is overdue once its day has ended; any other, once its moment has come.
export function dueGroup({ moment, allDay }: Due, now: Date, zone: string): DueGroup {
  const day = wallDay(moment, zone);
  const today = wallDay(now, zone);
  if (allDay ? day < today : moment <= now) return 'overdue';
  if (day === today) return 'today';
  return day === addDays(today, 1) ? 'tomorrow' : 'later';
}

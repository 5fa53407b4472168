import { timestampDate, timestampMs } from '@bufbuild/protobuf/wkt';
import { addDays, momentOf, wallDay, wallTime } from '../calendar/zone';
import type { Notification } from '../gen/voronka/notifier/v1/notification_pb';
import { isAboutOffer } from './inbox';

const minuteMs = 60_000;
const morning = 'T09:00';
// Whoever works past midnight calls the morning that comes today's.
const nightEnds = 'T05:00';

// For how long by the server's clock, or until which moment.
export type Until = { forMs: number } | { moment: Date };

export interface SnoozeChoice {
  name: 'inAQuarter' | 'inAnHour' | 'todayAtNine' | 'tomorrowAtNine';
  until: Until;
}

function nextMorning(now: Date, zone: string): SnoozeChoice {
  const day = wallDay(now, zone);
  const isNight = wallTime(now, zone) < day + nightEnds;
  const moment = momentOf((isNight ? day : addDays(day, 1)) + morning, zone);
  return { name: isNight ? 'todayAtNine' : 'tomorrowAtNine', until: { moment } };
}

const endMs = (until: Until, now: Date): number =>
  'moment' in until ? until.moment.getTime() : now.getTime() + until.forMs;

// An offer can be put off only until it has to be taken; anything else as long as the user likes.
function lastMs(notification: Notification): number {
  return isAboutOffer(notification) && notification.deadline ? timestampMs(notification.deadline) : Infinity;
}

// For how long the user may put off a notification, the shortest first. None: they cannot. `zone`: the user's.
export function snoozeChoices(notification: Notification, now: Date, zone: string): SnoozeChoice[] {
  const all: SnoozeChoice[] = [
    { name: 'inAQuarter', until: { forMs: 15 * minuteMs } },
    { name: 'inAnHour', until: { forMs: 60 * minuteMs } },
    nextMorning(now, zone),
  ];
  return all.filter(({ until }) => endMs(until, now) < lastMs(notification));
}

// When a snoozed notification is shown again.
export const snoozedUntil = ({ snoozeTime }: Notification): Date | undefined => snoozeTime && timestampDate(snoozeTime);

import type { TFunction } from 'i18next';
import { timeOf } from '../calendar/date_text';

// What the user must know of a deal that they have taken while nothing reaches the service: it is not theirs yet.
// `takeBy`: the deadline of its offer.
export function waitingTakeText(t: TFunction, takeBy: Date, now: Date): string {
  return t(takeBy > now ? 'offer.waits' : 'offer.waitedTooLong', { time: timeOf(takeBy) });
}

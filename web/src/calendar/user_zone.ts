import { currentSession } from '../session/session';
import { userScoped } from '../state/observable';
import { isKnownZone, wallTime } from './zone';

const browserZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const accountZone = userScoped('');

export function setAccountZone(zone: string): void {
  accountZone.set(zone);
}

// As they were chosen, the most personal first.
function chosenZones(): string[] {
  return [currentSession()?.user.timeZone ?? '', accountZone.get()].filter((zone) => zone !== '');
}

// The user's time zone: their own, else the account's, else the browser's. One that this browser does not know is passed
// over.
export function userZone(): string {
  return [...chosenZones(), browserZone].find(isKnownZone) ?? 'UTC';
}

// The zone that should count, if this browser does not know it.
export function unknownZone(): string | undefined {
  const [chosen] = chosenZones();
  return chosen === undefined || isKnownZone(chosen) ? undefined : chosen;
}

// Whether the clocks of the user's zone show another time than those around them, as on a journey.
export const readsOtherClocks = (now: Date, here = browserZone): boolean =>
  wallTime(now, userZone()) !== wallTime(now, here);

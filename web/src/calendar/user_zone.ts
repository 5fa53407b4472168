import { currentSession } from '../session/session';
import { userScoped } from '../state/observable';

const browserZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const accountZone = userScoped('');

export function setAccountZone(zone: string): void {
  accountZone.set(zone);
}

// The user's time zone: their own, else the account's, else the browser's.
export function userZone(): string {
  const chosen = currentSession()?.user.timeZone ?? '';
  return chosen || accountZone.get() || browserZone;
}

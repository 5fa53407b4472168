import { currentSession } from '../session/session';

const browserZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
let accountZone = '';

export function setAccountZone(zone: string): void {
  accountZone = zone;
}

// Where the user's clocks are: theirs, else the account's, else the browser's.
export function userZone(): string {
  const chosen = currentSession()?.user.timeZone ?? '';
  return chosen || accountZone || browserZone;
}

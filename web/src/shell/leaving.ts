import { showToast } from '../components/toasts';
import { waitingChanges } from '../outbox/waiting';
import { logOut } from '../session/authentication';
import { userScoped } from '../state/observable';
import { stillInText } from './still_in';

export interface Leaving {
  // On all devices.
  everywhere: boolean;
}

// The user wants to log out while changes wait for the connection.
export const leaveAsked = userScoped<Leaving | undefined>(undefined);

export function leaveNow({ everywhere }: Leaving): void {
  logOut(everywhere).catch((error: unknown) => showToast(stillInText(error)));
}

export function leave(leaving: Leaving): void {
  if (waitingChanges.get().length > 0) leaveAsked.set(leaving);
  else leaveNow(leaving);
}

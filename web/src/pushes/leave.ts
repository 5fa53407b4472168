import { currentSession } from '../session/session';
import { closeOfOthers } from '../worker/closing';
import { depart, oneAtATime } from '../worker/departure';
import { forget, recall } from '../worker/memory';

const registered = () => navigator.serviceWorker.getRegistration();

export async function unsubscribe(): Promise<void> {
  await forget('registration');
  await (await (await registered())?.pushManager.getSubscription())?.unsubscribe();
}

// The session has ended: nobody is reached in this browser any more, and what it has shown is closed, unless somebody
// else has logged in before this tab has learned it. Theirs stays.
export async function leave(sessionId: string): Promise<void> {
  await oneAtATime(async () => {
    const registration = await registered();
    const owner = await recall('owner');
    if (!owner || owner.sessionId === sessionId) return depart(registration);
    if (registration) await closeOfOthers(registration, owner.sessionId);
  });
}

// Nobody is logged in. The session of whoever was the last may have ended while no page was open.
export async function leaveBehind(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const owner = await recall('owner');
  if (owner && !currentSession()) await leave(owner.sessionId);
}

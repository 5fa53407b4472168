import { closeOf, closeOfOthers } from './closing';
import { hush } from './hush';
import { forget, recall } from './memory';
import { endsOwnSession, type PushMessage } from './push_message';
import { showSignedOut } from './shown';

// One after another, in all tabs and the service worker: what one user ends, the next one must not find half done.
export async function oneAtATime(act: () => Promise<void>): Promise<void> {
  await navigator.locks.request('voronka-pushes', act);
}

// Nobody is logged in in this browser any more: nobody is reached here, and nobody reads what was shown. For pages as
// well. If the browser does not unsubscribe, the next push that comes in vain has it try again.
export async function depart(registration: ServiceWorkerRegistration | undefined): Promise<void> {
  if (registration) await closeOfOthers(registration, undefined);
  await forget('owner');
  await forget('registration');
  const subscription = await registration?.pushManager.getSubscription();
  await subscription?.unsubscribe().catch(() => false);
}

// A push message says that a session has ended elsewhere: by its user on another device, or by an admin.
export async function heedSignedOut(worker: ServiceWorkerGlobalScope, message: PushMessage): Promise<void> {
  await oneAtATime(async () => {
    const owner = await recall('owner');
    if (endsOwnSession(message, owner?.sessionId)) {
      await depart(worker.registration);
      await showSignedOut(worker, message);
    } else {
      await closeOf(worker.registration, message.sessionId);
      await hush(worker);
    }
  });
}

import { forget, recall } from '../worker/memory';

// One after another, in all tabs: what one user ends, the next one must not find half done.
export async function oneAtATime(act: () => Promise<void>): Promise<void> {
  await navigator.locks.request('voronka-pushes', act);
}

export async function unsubscribe(): Promise<void> {
  await forget('registration');
  const registration = await navigator.serviceWorker.getRegistration();
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
}

// The session has ended: nobody is reached in this browser any more, unless somebody else has logged in before this tab
// has learned it.
export async function leave(sessionId: string): Promise<void> {
  await oneAtATime(async () => {
    const owner = await recall('owner');
    if (owner && owner.sessionId !== sessionId) return;
    await forget('owner');
    await unsubscribe();
  });
}

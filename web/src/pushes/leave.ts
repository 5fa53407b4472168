import { forget } from '../worker/memory';

// One after another, in all tabs: what one user ends, the next one must not find half done.
export async function oneAtATime(act: () => Promise<void>): Promise<void> {
  await navigator.locks.request('voronka-pushes', act);
}

export async function unsubscribe(): Promise<void> {
  await forget('registration');
  const registration = await navigator.serviceWorker.getRegistration();
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
}

import { display, displayed } from './display';

const apple = /(^|\.)push\.apple\.com$/;
const tag = 'voronka-hush';

// For a push message that the user need not see: it is for another session, too old, answered, or on the screen already.
//
// Browsers demand that every message be shown. Chrome and Firefox bear some that are not, as many as a working day has,
// so nothing is shown. Safari counts each one, and ends the subscription after three: there, a notification is shown
// without a sound and closed at once, which counts as shown.
export async function hush({ registration }: ServiceWorkerGlobalScope): Promise<void> {
  const subscription = await registration.pushManager.getSubscription();
  if (!subscription || !apple.test(new URL(subscription.endpoint).hostname)) return;
  await display(registration, { tag, silent: true });
  (await displayed(registration, { tag })).forEach((notification) => notification.close());
}

const title = 'Voronka';

// Chromium forgets a notification that is being shown while it lists what is shown: a touch on it would do nothing
// then. So one after another, in all tabs and the service worker.
const lock = 'voronka-display';

export async function display(registration: ServiceWorkerRegistration, options: NotificationOptions): Promise<void> {
  await navigator.locks.request(lock, () => registration.showNotification(title, options));
}

// What the system shows now.
export async function displayed(
  registration: ServiceWorkerRegistration,
  filter: GetNotificationOptions = {},
): Promise<Notification[]> {
  return navigator.locks.request(lock, () => registration.getNotifications(filter));
}

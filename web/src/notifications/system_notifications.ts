import type { Notification as InboxNotification } from '../gen/voronka/notifier/v1/notification_pb';
import { i18n } from '../i18n/i18n';
import { currentLogin } from '../session/session';
import type { Pushed } from '../worker/push';
import { isReminder } from './inbox';

const visibleLock = 'voronka-visible';

// A visible tab holds a lock, so that the others know that the user is looking.
export function tellVisibility(): () => void {
  let release: () => void = () => undefined;
  const update = () => {
    release();
    if (document.hidden) return;
    const hidden = new Promise<void>((resolve) => (release = resolve));
    void navigator.locks.request(visibleLock, { mode: 'shared' }, () => hidden);
  };
  update();
  document.addEventListener('visibilitychange', update);
  return () => {
    document.removeEventListener('visibilitychange', update);
    release();
  };
}

async function somebodyLooks(): Promise<boolean> {
  const { held } = await navigator.locks.query();
  return held?.some(({ name }) => name === visibleLock) ?? false;
}

function actionsFor(notification: InboxNotification): Pushed['actions'] {
  const open = { action: 'open', title: i18n.t('actions.open') };
  if (!isReminder(notification)) return [open];
  const snooze = { action: 'snooze', title: i18n.t('notifications.snooze') };
  return [open, snooze, { action: 'complete', title: i18n.t('notifications.complete') }];
}

// Only while no tab is visible. The service worker shows it, just like a push message.
export async function notifySystem(notification: InboxNotification): Promise<void> {
  if (!('Notification' in window) || Notification.permission !== 'granted' || (await somebodyLooks())) return;
  const shown: Pushed = {
    id: String(notification.id),
    text: notification.text,
    login: currentLogin(),
    dealId: String(notification.dealId),
    actions: actionsFor(notification),
  };
  (await navigator.serviceWorker.getRegistration())?.active?.postMessage(shown);
}

// The notifications belong to the user who was logged in.
export async function closeSystemNotifications(): Promise<void> {
  const shown = await (await navigator.serviceWorker.getRegistration())?.getNotifications();
  shown?.forEach((notification) => notification.close());
}

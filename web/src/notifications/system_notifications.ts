import type { Notification as InboxNotification } from '../gen/voronka/notifier/v1/notification_pb';
import { currentSession } from '../session/session';
import type { ShowMessage } from '../worker/page_messages';
import { closeSettled } from '../worker/closing';
import { asPush } from './as_push';

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

const registration = () => navigator.serviceWorker.getRegistration();

async function somebodyLooks(): Promise<boolean> {
  const { held } = await navigator.locks.query();
  return held?.some(({ name }) => name === visibleLock) ?? false;
}

// Only while no tab is visible. The service worker shows it, just like a push message, which it may be as well.
export async function notifySystem(notification: InboxNotification): Promise<void> {
  if (!('Notification' in window) || Notification.permission !== 'granted' || (await somebodyLooks())) return;
  const session = currentSession();
  if (!session) return;
  const shown: ShowMessage = { kind: 'show', message: asPush(notification, session.id) };
  (await registration())?.active?.postMessage(shown);
}

// It was answered, maybe elsewhere, or is over.
export async function closeSystemNotification({ id, occurrence }: InboxNotification): Promise<void> {
  const shownBy = await registration();
  if (shownBy) await closeSettled(shownBy, { notificationId: String(id), occurrence });
}

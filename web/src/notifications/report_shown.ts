import type { Notification } from '../gen/voronka/notifier/v1/notification_pb';
import { batched } from '../state/batching';
import { popups, popupTopic } from './popups';
import { tagIn } from './tag';

const collectMs = 1_000;
const largest = 100;

// Nothing depends on it but what is told of a delivery later, so it is not repeated.
async function send(shown: Notification[]): Promise<void> {
  const { deliveries } = await import('../api/notifier_clients');
  const notifications = shown.map(({ id, occurrence }) => ({ notificationId: id, occurrence }));
  await deliveries.reportShown({ requestId: crypto.randomUUID(), notifications });
}

// Tells which pop-ups the user has had before their eyes, once each.
export function reportPopups(): () => void {
  const reported = new Set<string>();
  const report = batched<Notification>(collectMs, largest, (shown) => void send(shown).catch(() => undefined));
  const look = () => {
    if (document.hidden) return;
    const fresh = popups.get().filter((notification) => !reported.has(tagIn(notification)));
    fresh.forEach((notification) => reported.add(tagIn(notification)));
    report(fresh);
  };
  const stop = popupTopic.subscribe(look);
  document.addEventListener('visibilitychange', look);
  return () => {
    document.removeEventListener('visibilitychange', look);
    stop();
  };
}

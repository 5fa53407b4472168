import { openDeal } from '../shell/navigation';
import { queryClient } from '../state/query_client';
import type { Notification } from '../gen/voronka/notifier/v1/notification_pb';
import type { Chosen } from '../worker/notification_click';
import { acknowledge, snooze } from './acts';
import { inboxKey } from './inbox_query';
import { openNotification } from './open';

function listed(id: string): Notification | undefined {
  return queryClient.getQueryData<Notification[]>(inboxKey)?.find((notification) => String(notification.id) === id);
}

function act({ action, id, dealId }: Chosen): void {
  const notification = listed(id);
  if (!notification) {
    if (dealId !== '0') openDeal(BigInt(dealId));
  } else if (action === 'snooze') snooze(notification);
  else if (action === 'done') acknowledge(notification);
  else openNotification(notification);
}

// What the user chose on a system notification.
export function obeyChosen(): () => void {
  const listen = ({ data }: MessageEvent<Chosen | undefined>) => {
    if (data?.kind === 'notification-chosen') act(data);
  };
  navigator.serviceWorker.addEventListener('message', listen);
  return () => navigator.serviceWorker.removeEventListener('message', listen);
}

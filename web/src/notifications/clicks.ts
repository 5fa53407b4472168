import { queryClient } from '../api/query_client';
import type { Notification } from '../gen/voronka/notifier/v1/notification_pb';
import { openDeal } from '../navigation/deal_route';
import { currentLogin } from '../session/session';
import type { NotificationClick } from '../worker/notification_click';
import { acknowledge, completeTask, snooze } from './actions';
import { inboxKey } from './inbox_query';
import { openNotification } from './open';

function listed(id: string): Notification | undefined {
  return queryClient.getQueryData<Notification[]>(inboxKey)?.find((notification) => String(notification.id) === id);
}

// A notification may still be there after another user has logged in, for whom its numbers mean something else.
function act({ action, id, dealId, login }: NotificationClick): void {
  if (login !== undefined && login !== currentLogin()) return;
  const notification = listed(id);
  if (!notification) {
    if (dealId !== '0') openDeal(BigInt(dealId));
  } else if (action === 'snooze') snooze(notification);
  else if (action === 'complete') completeTask(notification);
  else if (action === 'done') acknowledge(notification);
  else openNotification(notification);
}

// Handles what the user chose on a system notification.
export function handleClicks(): () => void {
  const listen = ({ data }: MessageEvent<NotificationClick | undefined>) => {
    if (data?.kind === 'notification-chosen') act(data);
  };
  navigator.serviceWorker.addEventListener('message', listen);
  return () => navigator.serviceWorker.removeEventListener('message', listen);
}

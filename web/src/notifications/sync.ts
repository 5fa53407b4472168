import type { QueryClient } from '@tanstack/react-query';
import type { Notification } from '../gen/voronka/notifier/v1/notification_pb';
import { reread } from '../live/reread';
import { notificationTopic, relistTopic } from '../live/topics';
import { putNotification } from './actions';
import { heedWorker } from './from_worker';
import { isUnread, popsUp } from './inbox';
import { inboxKey } from './inbox_query';
import { hidePopup, showPopup } from './popups';
import { reportPopups } from './report_shown';
import { ring } from './sound';
import { closeSystemNotification, notifySystem, tellVisibility } from './system_notifications';
import { isOverAt } from './use_over';

function receive(notification: Notification): void {
  putNotification(notification);
  if (popsUp(notification)) showPopup(notification);
  else hidePopup(notification.id);
  if (!isUnread(notification)) return void closeSystemNotification(notification);
  if (isOverAt(notification, new Date())) return;
  if (notification.sound) ring();
  if (notification.popup) void notifySystem(notification);
}

export function syncInbox(client: QueryClient): () => void {
  const stops = [
    tellVisibility(),
    heedWorker(),
    reportPopups(),
    relistTopic.subscribe((what) => {
      if (what === 'inbox') reread(client, inboxKey);
    }),
    notificationTopic.subscribe(receive),
  ];
  return () => stops.forEach((stop) => stop());
}

import type { QueryClient } from '@tanstack/react-query';
import { reread } from '../live/reread';
import { notificationTopic, relistTopic } from '../live/topics';
import { putNotification } from './actions';
import { handleClicks } from './clicks';
import { isNews, isOffer, popsUp } from './inbox';
import { inboxKey } from './inbox_query';
import { hidePopup, showPopup } from './popups';
import { isOverAt } from './use_over';
import { ring } from './sound';
import { closeSystemNotifications, notifySystem, tellVisibility } from './system_notifications';

export function syncInbox(client: QueryClient): () => void {
  const stops = [
    tellVisibility(),
    handleClicks(),
    relistTopic.subscribe((what) => {
      if (what === 'inbox') reread(client, inboxKey);
    }),
    notificationTopic.subscribe((notification) => {
      putNotification(notification);
      if (popsUp(notification)) showPopup(notification);
      else hidePopup(notification.id);
      if (!isNews(notification) || isOverAt(notification, new Date())) return;
      if (isOffer(notification)) ring();
      void notifySystem(notification);
    }),
    () => void closeSystemNotifications(),
  ];
  return () => stops.forEach((stop) => stop());
}

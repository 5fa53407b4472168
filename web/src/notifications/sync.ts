import type { QueryClient } from '@tanstack/react-query';
import { notificationTold, relistTold } from '../live/topics';
import { putNotification } from './acts';
import { obeyChosen } from './chosen';
import { isNews, isOffer, popsUp } from './inbox';
import { inboxKey } from './inbox_query';
import { hidePopup, showPopup } from './popups';
import { ring } from './sound';
import { closeSystemNotifications, notifySystem, tellVisibility } from './system';

export function keepInbox(client: QueryClient): () => void {
  const stops = [
    tellVisibility(),
    obeyChosen(),
    relistTold.on((what) => {
      if (what === 'inbox') void client.invalidateQueries({ queryKey: inboxKey });
    }),
    notificationTold.on((notification) => {
      putNotification(notification);
      if (popsUp(notification)) showPopup(notification);
      else hidePopup(notification.id);
      if (!isNews(notification)) return;
      if (isOffer(notification)) ring();
      void notifySystem(notification);
    }),
    () => void closeSystemNotifications(),
  ];
  return () => stops.forEach((stop) => stop());
}

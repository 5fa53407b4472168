import { deferred } from '../components/deferred';

// What no first screen shows: it is loaded once that is there.
export const inboxList = deferred(async () => (await import('./InboxList')).InboxList);
export const popupNotices = deferred(async () => (await import('./PopupNotices')).PopupNotices);

export function loadNotifications(): void {
  inboxList.load();
  popupNotices.load();
}

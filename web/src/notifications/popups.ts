import type { Notification } from '../gen/voronka/notifier/v1/notification_pb';
import { Observable } from '../state/observable';

// What is up now, the oldest first.
export const popups = new Observable<Notification[]>([]);

export function hidePopup(id: bigint): void {
  popups.set(popups.get().filter((shown) => shown.id !== id));
}

export function showPopup(notification: Notification): void {
  popups.set([...popups.get().filter((shown) => shown.id !== notification.id), notification]);
}

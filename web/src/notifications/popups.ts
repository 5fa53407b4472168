import type { Notification } from '../gen/voronka/notifier/v1/notification_pb';
import { userScoped } from '../state/observable';

// The pop-ups on the screen, oldest first.
export const popups = userScoped<Notification[]>([]);

export function hidePopup(id: bigint): void {
  popups.set(popups.get().filter((shown) => shown.id !== id));
}

export function showPopup(notification: Notification): void {
  popups.set([...popups.get().filter((shown) => shown.id !== notification.id), notification]);
}

export function hidePopupsAbout(taskId: bigint): void {
  popups.set(popups.get().filter((shown) => shown.taskId !== taskId));
}

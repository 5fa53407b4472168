import type { Notification } from '../gen/voronka/notifier/v1/notification_pb';
import { userScoped } from '../state/observable';
import { matterOf } from './inbox';

// The pop-ups on the screen, oldest first.
export const popups = userScoped<Notification[]>([]);

export function hidePopup(id: bigint): void {
  popups.set(popups.get().filter((shown) => shown.id !== id));
}

export function showPopup(notification: Notification): void {
  const others = popups.get().filter((shown) => matterOf(shown) !== matterOf(notification));
  popups.set([...others, notification]);
}

export function hidePopupsAbout(taskId: bigint): void {
  popups.set(popups.get().filter((shown) => shown.taskId !== taskId));
}

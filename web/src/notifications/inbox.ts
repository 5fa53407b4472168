import { timestampMs } from '@bufbuild/protobuf/wkt';
import { Notification_Kind, Notification_State, type Notification } from '../gen/voronka/notifier/v1/notification_pb';

const kept = 50;

const createdMs = ({ createTime }: Notification): number => (createTime ? timestampMs(createTime) : 0);

// The inbox with the notification added or replaced.
export function withNotification(inbox: Notification[], changed: Notification): Notification[] {
  const others = inbox.filter((notification) => notification.id !== changed.id);
  return [changed, ...others].sort((a, b) => createdMs(b) - createdMs(a)).slice(0, kept);
}

export function isUnread({ state }: Notification): boolean {
  return state === Notification_State.UNREAD;
}

const asking = new Set([Notification_Kind.TASK_REMINDER, Notification_Kind.CLIENT_WROTE]);

// What the user has to answer at once and no card shows. It pops up over whatever they are doing.
export function popsUp(notification: Notification): boolean {
  return isUnread(notification) && asking.has(notification.kind);
}

// Worth a system notification. Overdue tasks have a counter and a list instead: a whole department's would be a flood.
export function isNews(notification: Notification): boolean {
  return isUnread(notification) && notification.kind !== Notification_Kind.TASK_OVERDUE;
}

export function isOffer({ kind }: Notification): boolean {
  return kind === Notification_Kind.OFFER;
}

export function isReminder({ kind }: Notification): boolean {
  return kind === Notification_Kind.TASK_REMINDER;
}

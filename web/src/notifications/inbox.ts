import { timestampMs } from '@bufbuild/protobuf/wkt';
import { Notification_Kind, Notification_State, type Notification } from '../gen/voronka/notifier/v1/notification_pb';

const kept = 50;

const createdMs = ({ createTime }: Notification): number => (createTime ? timestampMs(createTime) : 0);

// An inbox with a notification as it is now.
export function withNotification(inbox: Notification[], changed: Notification): Notification[] {
  const others = inbox.filter((notification) => notification.id !== changed.id);
  return [changed, ...others].sort((a, b) => createdMs(b) - createdMs(a)).slice(0, kept);
}

export function isUnread({ state }: Notification): boolean {
  return state === Notification_State.UNREAD;
}

const asking = new Set([Notification_Kind.TASK_REMINDER, Notification_Kind.CLIENT_WROTE]);

// What the user is to answer at once and no card shows: it comes up over whatever they do.
export function popsUp(notification: Notification): boolean {
  return isUnread(notification) && asking.has(notification.kind);
}

// Worth a system notification. Of overdue tasks there is a counter and a list, for a department's would be a flood.
export function isNews(notification: Notification): boolean {
  return isUnread(notification) && notification.kind !== Notification_Kind.TASK_OVERDUE;
}

export function isOffer({ kind }: Notification): boolean {
  return kind === Notification_Kind.OFFER;
}

export function isReminder({ kind }: Notification): boolean {
  return kind === Notification_Kind.TASK_REMINDER;
}

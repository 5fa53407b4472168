import { timestampDate } from '@bufbuild/protobuf/wkt';
import { Notification_KindSchema, type Notification } from '../gen/voronka/notifier/v1/notification_pb';
import { i18n } from '../i18n/i18n';
import type { Action, PushMessage } from '../worker/push_message';
import { isAboutOffer, isAboutTask } from './inbox';

const titles: Partial<Record<Action, 'offer.takeShort' | `notifications.${'completeHere' | 'snooze' | 'dismiss'}`>> = {
  ACTION_TAKE: 'offer.takeShort',
  ACTION_COMPLETE: 'notifications.completeHere',
  ACTION_SNOOZE: 'notifications.snooze',
  ACTION_HIDE: 'notifications.dismiss',
};

// The most important first: browsers show two or three.
function actionsOf(notification: Notification): Action[] {
  if (isAboutOffer(notification)) return ['ACTION_TAKE', 'ACTION_HIDE'];
  if (isAboutTask(notification)) return ['ACTION_COMPLETE', 'ACTION_SNOOZE', 'ACTION_HIDE'];
  return ['ACTION_SNOOZE', 'ACTION_HIDE'];
}

// An offer is nothing to answer once it is over.
function expiryOf(notification: Notification): string | undefined {
  const { deadline } = notification;
  return isAboutOffer(notification) && deadline ? timestampDate(deadline).toISOString() : undefined;
}

// Undefined: it is newer than this page.
function kindOf({ kind }: Notification): PushMessage['kind'] {
  const known: Partial<Record<number, { name: string }>> = Notification_KindSchema.value;
  return known[kind]?.name as PushMessage['kind'];
}

// What would be pushed of the notification, for a session.
export function asPush(notification: Notification, sessionId: bigint): PushMessage {
  const { id, occurrence, text, dealId, taskId, sound } = notification;
  return {
    notificationId: String(id),
    occurrence,
    kind: kindOf(notification),
    text,
    dealId: String(dealId),
    taskId: String(taskId),
    expireTime: expiryOf(notification),
    sound,
    buttons: actionsOf(notification).map((action) => ({ action, title: i18n.t(titles[action] ?? '') })),
    sessionId: String(sessionId),
  };
}

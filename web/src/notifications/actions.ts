import { durationFromMs, timestampFromDate } from '@bufbuild/protobuf/wkt';
import { inbox } from '../api/clients';
import { queryClient } from '../api/query_client';
import { refusalOf } from '../api/refusal';
import { showToast } from '../components/toasts';
import type { Notification } from '../gen/voronka/notifier/v1/notification_pb';
import { amend } from '../live/reread';
import { Topic } from '../state/topic';
import { isUnread, popsUp, withNotification } from './inbox';
import { inboxKey } from './inbox_query';
import { hidePopup, showPopup } from './popups';
import type { SnoozeChoice, Until } from './snooze_choices';

export function putNotification(notification: Notification): void {
  amend<Notification[]>(queryClient, inboxKey, (listed) => withNotification(listed, notification));
}

// Hides the pop-up at once, and shows it again if the call fails. What is snoozed had none.
async function answer(notification: Notification, call: Promise<Notification>): Promise<void> {
  hidePopup(notification.id);
  try {
    putNotification(await call);
  } catch (error) {
    if (popsUp(notification)) showPopup(notification);
    showToast(refusalOf(error).message);
  }
}

export function acknowledge(notification: Notification): void {
  const request = { requestId: crypto.randomUUID(), notificationId: notification.id };
  void answer(notification, inbox.acknowledgeNotification(request));
}

// The user wants to complete the task with this id: the tasks ask for its result.
export const completionTopic = new Topic<bigint>();

// The notification stays unread until the task is completed.
export function completeTask({ taskId }: Notification): void {
  completionTopic.publish(taskId);
}

// The user wants to take the deal with this id, which is on offer to them.
export const takeTopic = new Topic<bigint>();

// Nothing remains to be done about the task: its reminders are over.
export function acknowledgeTask(taskId: bigint): void {
  const about = (notification: Notification) => notification.taskId === taskId && isUnread(notification);
  queryClient.getQueryData<Notification[]>(inboxKey)?.filter(about).forEach(acknowledge);
}

function asked(until: Until) {
  if ('moment' in until) return { case: 'snoozeTime' as const, value: timestampFromDate(until.moment) };
  return { case: 'duration' as const, value: durationFromMs(until.forMs) };
}

export function snooze(notification: Notification, { until: chosen }: SnoozeChoice): void {
  const until = asked(chosen);
  const request = { requestId: crypto.randomUUID(), notificationId: notification.id, until };
  void answer(notification, inbox.snoozeNotification(request));
}

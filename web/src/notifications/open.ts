import { navigate } from 'wouter/use-browser-location';
import { Notification_Kind, type Notification } from '../gen/voronka/notifier/v1/notification_pb';
import { pathTo } from '../navigation/asked';
import { openDeal } from '../navigation/deal_route';
import { askedRemarksPath, ownRemarksPath } from '../navigation/remark_path';
import { acknowledge } from './actions';
import { isUnread } from './inbox';

export function openNotification(notification: Notification): void {
  if (isUnread(notification)) acknowledge(notification);
  if (notification.kind === Notification_Kind.REMARK) navigate(askedRemarksPath);
  else if (notification.kind === Notification_Kind.REMARK_ANSWERED) navigate(ownRemarksPath);
  else if (notification.dealId) openDeal(notification.dealId);
  else if (notification.taskId) navigate(pathTo({ taskId: String(notification.taskId) }));
}

import { navigate } from 'wouter/use-browser-location';
import { Notification_Kind, type Notification } from '../gen/voronka/notifier/v1/notification_pb';
import { pathTo } from '../navigation/asked';
import { openDeal } from '../navigation/deal_route';
import { acknowledge } from './actions';
import { isUnread } from './inbox';

// Of the configuration's remarks, for those who answer them.
const remarksPath = '/settings/configuration/remarks';

export function openNotification(notification: Notification): void {
  if (isUnread(notification)) acknowledge(notification);
  if (notification.kind === Notification_Kind.REMARK) navigate(remarksPath);
  else if (notification.dealId) openDeal(notification.dealId);
  else if (notification.taskId) navigate(pathTo({ taskId: String(notification.taskId) }));
}

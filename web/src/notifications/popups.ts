import { Notification_Kind, type Notification } from '../gen/voronka/notifier/v1/notification_pb';
import { forgetLoss } from '../outbox/told_losses';
import { userScoped } from '../state/observable';
import { Topic } from '../state/topic';
import { isAboutOffer, isOffer, matterOf } from './inbox';
import { tagIn } from './tag';

// The pop-ups on the screen, oldest first.
export const popups = userScoped<Notification[]>([]);

export function hidePopup(id: bigint): void {
  popups.set(popups.get().filter((shown) => shown.id !== id));
}

// Whether the user has answered the offer, or learns in another way what came of it. `takes`: the deals that they have
// taken without the service knowing it yet.
export function isAnswered(notification: Notification, takes: readonly bigint[], told: readonly bigint[]): boolean {
  const { kind, dealId } = notification;
  if (kind === Notification_Kind.OFFER_LOST) return takes.includes(dealId) || told.includes(dealId);
  return isAboutOffer(notification) && takes.includes(dealId);
}

// The tags of what has popped up in this tab, and what is to be done when another does.
const poppedUp = userScoped<ReadonlySet<string>>(new Set());
export const popupTopic = new Topic<Notification>();

export const hasPoppedUp = (tag: string): boolean => poppedUp.get().has(tag);

export function showPopup(notification: Notification): void {
  poppedUp.set(new Set(poppedUp.get()).add(tagIn(notification)));
  if (isOffer(notification)) forgetLoss(notification.dealId);
  const others = popups.get().filter((shown) => matterOf(shown) !== matterOf(notification));
  popups.set([...others, notification]);
  popupTopic.publish(notification);
}

export function hidePopupsAbout(taskId: bigint): void {
  popups.set(popups.get().filter((shown) => shown.taskId !== taskId));
}

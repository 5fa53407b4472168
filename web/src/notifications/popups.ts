import { timestampMs } from '@bufbuild/protobuf/wkt';
import { Notification_Kind, type Notification } from '../gen/voronka/notifier/v1/notification_pb';
import { userScoped } from '../state/observable';
import { Topic } from '../state/topic';
import { isAboutOffer, matterOf } from './inbox';
import { tagIn } from './tag';

// The pop-ups on the screen, oldest first.
export const popups = userScoped<Notification[]>([]);

export function hidePopup(id: bigint): void {
  popups.set(popups.get().filter((shown) => shown.id !== id));
}

// `told`: as `toldLosses`.
function isToldLost({ kind, dealId, deadline }: Notification, told: ReadonlyMap<bigint, number>): boolean {
  const known = told.get(dealId);
  if (kind !== Notification_Kind.OFFER_LOST || known === undefined) return false;
  return !deadline || timestampMs(deadline) <= known;
}

// Whether the user has answered the offer, or learns in another way what came of it. `takes`: the deals that they have
// taken without the service knowing it yet.
export function isAnswered(
  notification: Notification,
  takes: readonly bigint[],
  told: ReadonlyMap<bigint, number>,
): boolean {
  const isOfOffer = isAboutOffer(notification) || notification.kind === Notification_Kind.OFFER_LOST;
  return (isOfOffer && takes.includes(notification.dealId)) || isToldLost(notification, told);
}

// The tags of what has popped up in this tab, and what is to be done when another does.
const poppedUp = userScoped<ReadonlySet<string>>(new Set());
export const popupTopic = new Topic<Notification>();

export const hasPoppedUp = (tag: string): boolean => poppedUp.get().has(tag);

export function showPopup(notification: Notification): void {
  poppedUp.set(new Set(poppedUp.get()).add(tagIn(notification)));
  const others = popups.get().filter((shown) => matterOf(shown) !== matterOf(notification));
  popups.set([...others, notification]);
  popupTopic.publish(notification);
}

export function hidePopupsAbout(taskId: bigint): void {
  popups.set(popups.get().filter((shown) => shown.taskId !== taskId));
}

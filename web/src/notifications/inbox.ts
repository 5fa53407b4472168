import { timestampDate, timestampMs } from '@bufbuild/protobuf/wkt';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { Notification_Kind, Notification_State, type Notification } from '../gen/voronka/notifier/v1/notification_pb';

const kept = 50;

const createdMs = ({ createTime }: Notification): number => (createTime ? timestampMs(createTime) : 0);

// The inbox with the notification added or replaced.
export function withNotification(inbox: Notification[], changed: Notification): Notification[] {
  const others = inbox.filter((notification) => notification.id !== changed.id);
  return [changed, ...others].sort((a, b) => createdMs(b) - createdMs(a)).slice(0, kept);
}

const aboutOffers = new Set([Notification_Kind.OFFER, Notification_Kind.OFFER_WARNING]);
const aboutTasks = new Set([Notification_Kind.TASK_REMINDER, Notification_Kind.TASK_OVERDUE]);

// Whether it is about an offer that can no longer be taken: its time is up, or the deal is not on offer to the user any
// more. `deal` is undefined where the tab does not know it as it is by now.
export function isOver({ kind, deadline }: Notification, now: Date, userId: bigint, deal: Deal | undefined): boolean {
  if (!aboutOffers.has(kind)) return false;
  if (deadline && timestampDate(deadline) <= now) return true;
  return deal !== undefined && (!deal.offerDeadline || deal.responsibleUserId !== userId);
}

// Whether `deal` is how the tab knew it before the offer: that is told by another stream than the deal's changes, and may
// come first.
export function isBehind({ kind, dueTime }: Notification, userId: bigint, deal: Deal): boolean {
  if (kind !== Notification_Kind.OFFER || !dueTime || !deal.updateTime) return false;
  const isOfferToUser = deal.offerDeadline !== undefined && deal.responsibleUserId === userId;
  return !isOfferToUser && timestampMs(deal.updateTime) < timestampMs(dueTime);
}

export function isUnread({ state }: Notification): boolean {
  return state === Notification_State.UNREAD;
}

export function isSnoozed({ state }: Notification): boolean {
  return state === Notification_State.SNOOZED;
}

// It pops up over whatever the user is doing, or as a system notification if they do not look.
export function popsUp(notification: Notification): boolean {
  return isUnread(notification) && notification.popup;
}

export function isAboutOffer({ kind }: Notification): boolean {
  return aboutOffers.has(kind);
}

// What kinds tell of one thing of the deal. Any other notification of a deal is a matter of its own: each claim, each
// answer to an approval.
const matters: Partial<Record<Notification_Kind, string>> = {
  [Notification_Kind.OFFER]: 'offer',
  [Notification_Kind.OFFER_WARNING]: 'offer',
  [Notification_Kind.OFFER_LOST]: 'offer',
  [Notification_Kind.DEAL_ASSIGNED]: 'owner',
  [Notification_Kind.DEAL_ESCALATED]: 'owner',
  [Notification_Kind.DEAL_PASSED_ON]: 'owner',
  [Notification_Kind.CLIENT_WROTE]: 'client',
  [Notification_Kind.APPROVAL_ASKED]: 'approval',
  [Notification_Kind.APPROVAL_PASSED_ON]: 'approval',
};

// Of two notifications of the same matter only the later one counts: an offer, its last minute and its loss are one,
// and so are a task's reminder and its being overdue. An offer of a deal, an approval of it and a task of it are three.
export function matterOf({ id, kind, dealId, taskId }: Notification): string {
  if (aboutTasks.has(kind) && taskId) return `task ${taskId}`;
  const matter = matters[kind];
  return matter && dealId ? `${matter} ${dealId}` : `notification ${id}`;
}

export function isOffer({ kind }: Notification): boolean {
  return kind === Notification_Kind.OFFER;
}

// It asks for a task to be completed.
export function isAboutTask({ kind }: Notification): boolean {
  return aboutTasks.has(kind);
}

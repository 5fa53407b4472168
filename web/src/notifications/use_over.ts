import { useEffect } from 'react';
import { useNow } from '../calendar/now';
import { loadCards } from '../cards/card_loader';
import { cardStore } from '../cards/card_store';
import { useCardStoreVersion } from '../cards/use_card';
import type { Notification } from '../gen/voronka/notifier/v1/notification_pb';
import { currentUserId } from '../people/people';
import { isAboutOffer, isBehind, isOver, isUnread } from './inbox';

const everyMs = 5_000;

export function isOverAt(notification: Notification, now: Date): boolean {
  const { dealId } = notification;
  const userId = currentUserId();
  const confirmed = cardStore.confirmed(dealId);
  const isKnown = confirmed && !isBehind(notification, userId, confirmed);
  return isOver(notification, now, userId, isKnown ? cardStore.card(dealId)?.deal : undefined);
}

// Says which notifications are of offers that are over. Asks for the deals that decide it.
export function useOver(inbox: Notification[]): (notification: Notification) => boolean {
  const now = useNow(everyMs);
  useCardStoreVersion();
  useEffect(() => {
    const open = inbox.filter((told) => isAboutOffer(told) && isUnread(told) && !isOverAt(told, new Date()));
    loadCards(open.map(({ dealId }) => dealId).filter((dealId) => !cardStore.card(dealId)));
  }, [inbox]);
  return (notification) => isOverAt(notification, now);
}

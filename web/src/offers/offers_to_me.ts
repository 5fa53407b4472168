import { timestampDate } from '@bufbuild/protobuf/wkt';
import { useNow } from '../calendar/now';
import { cardStore } from '../cards/card_store';
import { useCardStoreVersion } from '../cards/use_card';
import { isTakeWaiting, waitingChanges } from '../outbox/waiting';
import { currentUserId } from '../people/people';
import { useObserved } from '../state/observable';
import { isOfferTo } from './offer';

const everyMs = 5_000;

// How many deals the user may take now and has not, of those that this tab knows.
export function useOfferCountOfMine(): number {
  useCardStoreVersion();
  useObserved(waitingChanges);
  const now = useNow(everyMs);
  const userId = currentUserId();
  let count = 0;
  for (const { deal } of cardStore.all()) {
    if (!deal?.offerDeadline || !isOfferTo(deal, userId) || isTakeWaiting(deal.id)) continue;
    if (timestampDate(deal.offerDeadline) > now) count++;
  }
  return count;
}

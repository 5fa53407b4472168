import { timestampDate } from '@bufbuild/protobuf/wkt';
import { useNow } from '../calendar/now';
import { cardStore } from '../cards/card_store';
import { useCardStoreVersion } from '../cards/use_card';
import { currentUserId } from '../people/people';
import { isOfferTo } from './offer';

const everyMs = 5_000;

// How many deals the user may take now, of those that this tab knows.
export function useOfferCountOfMine(): number {
  useCardStoreVersion();
  const now = useNow(everyMs);
  const userId = currentUserId();
  let count = 0;
  for (const { deal } of cardStore.all()) {
    if (deal?.offerDeadline && isOfferTo(deal, userId) && timestampDate(deal.offerDeadline) > now) count++;
  }
  return count;
}

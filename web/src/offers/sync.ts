import { isMessage } from '@bufbuild/protobuf';
import type { QueryClient } from '@tanstack/react-query';
import { cardStore } from '../cards/card_store';
import { DealSchema } from '../gen/voronka/crm/v1/deal_pb';
import { ResourceChange_Kind } from '../gen/voronka/crm/v1/resource_change_pb';
import type { LiveChange } from '../live/changes';
import { reread } from '../live/reread';
import { changeTopic } from '../live/topics';
import { takeDeal } from '../moves/moves';
import { takeTopic } from '../notifications/actions';
import { currentUserId } from '../people/people';
import { batched } from '../state/batching';
import { isOfferTo } from './offer';
import { offersKey } from './offers_key';

// Distribution records the outcome of an offer a moment after the deal has changed, hence the second reload.
const collectMs = 300;
const settledMs = 1_500;

const ofOffers = new Set([
  ResourceChange_Kind.OFFERED,
  ResourceChange_Kind.TAKEN,
  ResourceChange_Kind.DECLINED,
  ResourceChange_Kind.RECLAIMED,
  ResourceChange_Kind.REASSIGNED,
  ResourceChange_Kind.MOVED,
]);

function touchesOffers({ resource, kind }: LiveChange): boolean {
  return isMessage(resource, DealSchema) && ofOffers.has(kind);
}

// For deals that are taken from their notifications.
function take(dealId: bigint): void {
  const deal = cardStore.card(dealId)?.deal;
  if (deal && isOfferTo(deal, currentUserId())) takeDeal(deal);
}

export function syncOffers(client: QueryClient): () => void {
  const reload = () => reread(client, offersKey);
  const soon = batched<true>(collectMs, 1, reload);
  const later = batched<true>(settledMs, 1, reload);
  const stops = [
    takeTopic.subscribe(take),
    changeTopic.subscribe((changes) => {
      if (!changes.some(touchesOffers)) return;
      soon([true]);
      later([true]);
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

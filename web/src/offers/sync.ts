import type { QueryClient } from '@tanstack/react-query';
import type { Change } from '../gen/voronka/crm/v1/change_pb';
import { DealChange_Kind } from '../gen/voronka/crm/v1/event_pb';
import { changeTopic } from '../live/topics';
import { batched } from '../state/batching';
import { offersKey } from './offer_query';

// Distribution records the outcome of an offer a moment after the deal has changed, hence the second reload.
const collectMs = 300;
const settledMs = 1_500;

const ofOffers = new Set([
  DealChange_Kind.OFFERED,
  DealChange_Kind.TAKEN,
  DealChange_Kind.DECLINED,
  DealChange_Kind.RECLAIMED,
  DealChange_Kind.REASSIGNED,
  DealChange_Kind.MOVED,
]);

function touchesOffers({ resource, kind }: Change): boolean {
  return resource.case === 'deal' && ofOffers.has(kind);
}

export function syncOffers(client: QueryClient): () => void {
  const reload = () => void client.invalidateQueries({ queryKey: offersKey });
  const soon = batched<true>(collectMs, 1, reload);
  const later = batched<true>(settledMs, 1, reload);
  return changeTopic.subscribe((changes) => {
    if (!changes.some(touchesOffers)) return;
    soon([true]);
    later([true]);
  });
}

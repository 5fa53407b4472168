import { useMutation } from '@tanstack/react-query';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { deals } from '../api/clients';
import { cardStore } from '../cards/card_store';
import type { Deal, DealSchema } from '../gen/voronka/crm/v1/deal_pb';

interface Edit {
  // Of one intent: the same when it is repeated.
  requestId: string;
  deal: MessageInitShape<typeof DealSchema>;
  // Which of the deal's fields.
  path: string;
}

// A change of one field, refused where somebody else has changed the deal meanwhile.
export function useDealEdit(deal: Deal) {
  return useMutation({
    mutationFn: ({ requestId, deal: fields, path }: Edit) =>
      deals.updateDeal({ requestId, dealId: deal.id, deal: fields, updateMask: { paths: [path] }, etag: deal.etag }),
    onSuccess: (changed) => cardStore.putDeals([changed]),
  });
}

export async function reassign(deal: Deal, userId: bigint): Promise<void> {
  cardStore.putDeals([await deals.reassignDeal({ requestId: crypto.randomUUID(), dealId: deal.id, userId })]);
}

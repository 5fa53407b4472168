import { useMutation } from '@tanstack/react-query';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { deals } from '../api/clients';
import { cardStore } from '../cards/card_store';
import type { Deal, DealSchema } from '../gen/voronka/crm/v1/deal_pb';

interface Edit {
  // The same when the same edit is retried.
  requestId: string;
  deal: MessageInitShape<typeof DealSchema>;
  // The changed field, as a path in the update mask.
  path: string;
}

// Changes one field. Refused when somebody else has changed the deal meanwhile.
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

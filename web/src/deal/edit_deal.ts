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

export interface Handover {
  // The same when the same handover is retried.
  requestId: string;
  userId: bigint;
  reason: string;
  // Leave the open tasks with the former responsible user.
  keepTasks: boolean;
}

export function useHandover(deal: Deal, done: () => void) {
  return useMutation({
    mutationFn: (handover: Handover) => deals.reassignDeal({ ...handover, dealId: deal.id }),
    onSuccess: (changed) => {
      cardStore.putDeals([changed]);
      done();
    },
  });
}

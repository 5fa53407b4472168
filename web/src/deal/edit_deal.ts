import { useMutation } from '@tanstack/react-query';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampMs } from '@bufbuild/protobuf/wkt';
import { deals } from '../api/clients';
import { cardStore } from '../cards/card_store';
import { refusalOf } from '../api/refusal';
import { currentUserId, usePeople } from '../people/people';
import { useTimeline } from './deal_query';
import type { Deal, DealSchema } from '../gen/voronka/crm/v1/deal_pb';

interface Edit {
  // The same when the same edit is retried.
  requestId: string;
  deal: MessageInitShape<typeof DealSchema>;
  // The changed field, as a path in the update mask.
  path: 'name' | 'amount' | 'amount_confirmed' | 'deadline' | 'contact_id' | 'company_id';
}

// The field as the user saw it, to tell whether somebody has changed it.
const seen: Record<Edit['path'], (deal: Deal) => string> = {
  name: ({ name }) => name,
  amount: ({ amount }) => `${amount?.minor ?? ''} ${amount?.currency ?? ''}`,
  amount_confirmed: ({ amountConfirmed }) => String(amountConfirmed),
  deadline: ({ deadline }) => (deadline ? String(timestampMs(deadline)) : ''),
  contact_id: ({ contactId }) => String(contactId),
  company_id: ({ companyId }) => String(companyId),
};

// Refused when somebody else has changed that field meanwhile.
export async function updateField(deal: Deal, { requestId, deal: fields, path }: Edit): Promise<Deal> {
  const request = { requestId, dealId: deal.id, deal: fields, updateMask: { paths: [path] } };
  try {
    return await deals.updateDeal({ ...request, etag: deal.etag });
  } catch (error) {
    if (refusalOf(error).reason !== 'STALE_ETAG') throw error;
    const current = await deals.getDeal({ dealId: deal.id });
    cardStore.putDeals([current]);
    if (seen[path](current) !== seen[path](deal)) throw error;
    return deals.updateDeal({ ...request, requestId: `${requestId}.${current.etag}`, etag: current.etag });
  }
}

export function useDealEdit(deal: Deal) {
  return useMutation({
    mutationFn: (edit: Edit) => updateField(deal, edit),
    onSuccess: (changed) => cardStore.putDeals([changed]),
  });
}

// Who last changed a field, if it was not the user: by its name in the timeline. Empty: nobody, or it is not known.
export function useLastEditors(dealId: bigint): (path: string) => string {
  const { data = [] } = useTimeline(dealId);
  const people = usePeople();
  return (path) => {
    const last = data.find(({ edit }) => edit?.fields.includes(path))?.actorUserId ?? 0n;
    return last === currentUserId() ? '' : (people.get(last)?.displayName ?? '');
  };
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

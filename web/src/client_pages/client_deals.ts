import { useInfiniteQuery, type InfiniteData } from '@tanstack/react-query';
import { deals } from '../api/clients';
import { queryClient } from '../api/query_client';
import { DealContactSchema } from '../gen/voronka/crm/v1/deal_contact_pb';
import { DealSchema, type Deal, type ListClientDealsResponse } from '../gen/voronka/crm/v1/deal_pb';
import { resourcesOf, showChangesOf } from '../live/changes';
import { streamReady } from '../live/readiness';
import { reread } from '../live/reread';
import { changeTopic } from '../live/topics';

// Whose deals they are.
export interface Whose {
  kind: 'contact' | 'company';
  id: bigint;
}

const listsKey = ['client-deals'];
const keyOf = ({ kind, id }: Whose) => [...listsKey, kind, String(id)];

export const clientOf = ({ kind, id }: Whose) =>
  kind === 'contact' ? ({ case: 'contactId', value: id } as const) : ({ case: 'companyId', value: id } as const);

// Newest first, page by page.
export function useClientDeals(whose: Whose) {
  return useInfiniteQuery({
    queryKey: keyOf(whose),
    queryFn: async ({ pageParam }) => {
      await streamReady();
      return deals.listClientDeals({ client: clientOf(whose), pageSize: 20, pageToken: pageParam });
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextPageToken || undefined,
  });
}

export const rereadDealsOf = (whose: Whose): void => reread(queryClient, keyOf(whose));

const isIn = (listed: InfiniteData<ListClientDealsResponse> | undefined, { id }: Deal): boolean =>
  listed?.pages.some(({ deals: page }) => page.some((deal) => deal.id === id)) ?? false;

// A deal that is listed has changed, or one of theirs is new, or has become theirs.
function rereadListsWith(deal: Deal): void {
  rereadDealsOf({ kind: 'contact', id: deal.contactId });
  rereadDealsOf({ kind: 'company', id: deal.companyId });
  for (const { queryKey, state } of queryClient.getQueryCache().findAll({ queryKey: listsKey })) {
    if (isIn(state.data as InfiniteData<ListClientDealsResponse> | undefined, deal)) reread(queryClient, queryKey);
  }
}

showChangesOf(DealContactSchema);
changeTopic.subscribe((changes) => {
  resourcesOf(changes, DealSchema).forEach(rereadListsWith);
  // They take part in a deal from now on, or no more.
  for (const { contactId } of resourcesOf(changes, DealContactSchema))
    rereadDealsOf({ kind: 'contact', id: contactId });
});

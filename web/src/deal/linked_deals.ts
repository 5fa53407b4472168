import { useInfiniteQuery } from '@tanstack/react-query';
import { deals } from '../api/clients';
import { queryClient } from '../api/query_client';
import { DealSchema } from '../gen/voronka/crm/v1/deal_pb';
import { resourcesOf } from '../live/changes';
import { streamReady } from '../live/readiness';
import { reread } from '../live/reread';
import { changeTopic } from '../live/topics';
import { timelineKey } from './deal_query';

const pageSize = 20;
const keyOf = (dealId: bigint) => ['linked-deals', String(dealId)];

// The deals that are about this one, newest first, page by page.
export function useLinkedDeals(dealId: bigint) {
  return useInfiniteQuery({
    queryKey: keyOf(dealId),
    queryFn: async ({ pageParam }) => {
      await streamReady();
      return deals.listLinkedDeals({ dealId, pageSize, pageToken: pageParam });
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextPageToken || undefined,
  });
}

// After one was made here, before its event arrives.
export function rereadLinkedDeals(dealId: bigint): void {
  reread(queryClient, keyOf(dealId));
  reread(queryClient, timelineKey(dealId));
}

changeTopic.subscribe((changes) => {
  const sources = resourcesOf(changes, DealSchema).map(({ sourceDealId }) => sourceDealId);
  new Set(sources.filter(Boolean)).forEach((dealId) => reread(queryClient, keyOf(dealId)));
});

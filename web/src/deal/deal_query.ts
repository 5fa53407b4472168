import { useQuery } from '@tanstack/react-query';
import { boards, timeline } from '../api/clients';
import { cardStore } from '../cards/card_store';
import { useCard } from '../cards/use_card';
import type { TimelineEntry } from '../gen/voronka/crm/v1/timeline_pb';
import { streamReady } from '../live/readiness';

const pageSize = 500;

export const timelineKey = (dealId: bigint) => ['timeline', String(dealId)];
// What the deal lacks for its next stage.
export const nextAskedKey = (dealId: bigint) => ['next-asked', String(dealId)];

// The deal's card, at once if the store already has it.
export function useDeal(dealId: bigint) {
  const card = useCard(dealId);
  const query = useQuery({
    queryKey: ['deal', String(dealId)],
    queryFn: async () => {
      await streamReady();
      cardStore.putCards((await boards.batchGetCards({ dealIds: [dealId] })).cards);
      return true;
    },
  });
  return { card, query };
}

async function listTimeline(dealId: bigint): Promise<TimelineEntry[]> {
  await streamReady();
  const found: TimelineEntry[] = [];
  let pageToken = '';
  do {
    const page = await timeline.listTimeline({ dealId, pageSize, pageToken });
    found.push(...page.entries);
    pageToken = page.nextPageToken;
  } while (pageToken);
  return found.reverse();
}

// Newest first.
export function useTimeline(dealId: bigint) {
  return useQuery({ queryKey: timelineKey(dealId), queryFn: () => listTimeline(dealId) });
}

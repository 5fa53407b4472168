import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { unsorted } from '../api/unsorted_client';
import { DealSchema, type Deal } from '../gen/voronka/crm/v1/deal_pb';
import { InquirySchema } from '../gen/voronka/crm/v1/inquiry_pb';
import { ResourceChange_Kind as Kind } from '../gen/voronka/crm/v1/resource_change_pb';
import { goneOf, resourcesOf } from '../live/changes';
import { streamReady } from '../live/readiness';
import { reread } from '../live/reread';
import { changeTopic } from '../live/topics';
import { currentUserId } from '../people/people';
import { usePipelines } from '../pipelines/pipelines';
import { batched } from '../state/batching';
import { isUnsorted } from './incoming';

export const unsortedKey = ['unsorted'];
const countKey = [...unsortedKey, 'count'];
const pageSize = 30;
const collectMs = 200;
const collectCountMs = 2_000;
// How long a row says who has taken it.
const takenMs = 4_000;

export type Shown = 'waiting' | 'hidden' | 'declined';

const listed = {
  waiting: (pageToken: string) => unsorted.listUnsorted({ pageSize, pageToken }),
  hidden: (pageToken: string) => unsorted.listUnsorted({ hidden: true, pageSize, pageToken }),
  declined: (pageToken: string) => unsorted.listDeclinedUnsorted({ pageSize, pageToken }),
};

// Newest first, page by page.
export function useUnsorted(shown: Shown) {
  return useInfiniteQuery({
    queryKey: [...unsortedKey, shown],
    queryFn: async ({ pageParam }) => {
      await streamReady();
      const { inquiries, nextPageToken } = await listed[shown](pageParam);
      return { inquiries, nextPageToken };
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextPageToken || undefined,
  });
}

// How many wait that the user has not hidden.
export function useUnsortedCount(): number {
  const { data } = useQuery({
    queryKey: countKey,
    queryFn: async () => {
      await streamReady();
      return Number((await unsorted.countUnsorted({})).waiting);
    },
  });
  return data ?? 0;
}

// Of what happens to a deal, what may bring it to the list or take it away.
const sorts = new Set<Kind>([
  ...[Kind.CREATED, Kind.DELETED, Kind.MOVED, Kind.REASSIGNED],
  ...[Kind.OFFERED, Kind.DECLINED, Kind.RECLAIMED],
]);

const isNobodys = ({ responsibleUserId }: Deal): boolean => responsibleUserId === 0n;

// Keeps the number up to date on every screen. Where nothing waits, only what comes matters, and most moves do not.
export function useFollowCount(): void {
  const client = useQueryClient();
  useEffect(() => {
    const reload = batched<true>(collectCountMs, 1, () => reread(client, countKey));
    return changeTopic.subscribe((changes) => {
      const sorted = changes.filter(({ kind }) => sorts.has(kind));
      const isEmpty = client.getQueryData(countKey) === 0;
      const deals = [...resourcesOf(sorted, DealSchema), ...goneOf(sorted, DealSchema)];
      if (isEmpty ? deals.some(isNobodys) : deals.length) reload([true]);
    });
  }, [client]);
}

const isTakenByAnother = ({ responsibleUserId }: Deal): boolean =>
  responsibleUserId !== 0n && responsibleUserId !== currentUserId();

// Keeps the lists up to date. Returns those of the listed deals that somebody else has taken just now: their rows say
// so for a moment before they go.
export function useFollowUnsorted(ids: bigint[]): Map<bigint, Deal> {
  const client = useQueryClient();
  const pipelines = usePipelines().data;
  const known = useRef({ ids, pipelines });
  const [taken, setTaken] = useState(new Map<bigint, Deal>());
  useEffect(() => {
    known.current = { ids, pipelines };
  });
  useEffect(() => {
    const reload = batched<true>(collectMs, 1, () => reread(client, unsortedKey));
    const reloadLater = batched<true>(takenMs, 1, () => {
      setTaken(new Map());
      reread(client, unsortedKey);
    });
    return changeTopic.subscribe((changes) => {
      const now = known.current;
      const isListed = (id: bigint) => now.ids.includes(id);
      const deals = resourcesOf(changes, DealSchema);
      const left = deals.filter((deal) => isListed(deal.id) && !isUnsorted(deal, now.pipelines ?? []));
      const others = left.filter(isTakenByAnother);
      if (others.length) {
        setTaken((before) => new Map([...before, ...others.map((deal) => [deal.id, deal] as const)]));
        reloadLater([true]);
        return;
      }
      const isGone = goneOf(changes, DealSchema).some(({ id }) => isListed(id));
      const isSaid = resourcesOf(changes, InquirySchema).some(({ dealId }) => isListed(dealId));
      if (left.length || isGone || isSaid || deals.some(isNobodys)) reload([true]);
    });
  }, [client]);
  return taken;
}

import type { DescMessage } from '@bufbuild/protobuf';
import { useInfiniteQuery } from '@tanstack/react-query';
import { clientHistory } from '../api/later_clients';
import { queryClient } from '../api/query_client';
import { ActivitySchema } from '../gen/voronka/crm/v1/activity_pb';
import type { ListClientTimelineResponse_ListedDeal } from '../gen/voronka/crm/v1/client_history_pb';
import { DealSchema } from '../gen/voronka/crm/v1/deal_pb';
import { InquirySchema } from '../gen/voronka/crm/v1/inquiry_pb';
import { TaskSchema } from '../gen/voronka/crm/v1/task_pb';
import { TimelineEntrySchema } from '../gen/voronka/crm/v1/timeline_pb';
import { resourcesOf } from '../live/changes';
import { streamReady } from '../live/readiness';
import { reread } from '../live/reread';
import { changeTopic } from '../live/topics';
import { batched } from '../state/batching';
import { clientOf, type Whose } from './client_deals';

const timelineKey = ['client-timeline'];
const inquiriesKey = ['client-inquiries'];

export type ListedDeal = ListClientTimelineResponse_ListedDeal;

// Newest first, page by page.
export function useClientTimeline(whose: Whose) {
  return useInfiniteQuery({
    queryKey: [...timelineKey, whose.kind, String(whose.id)],
    queryFn: async ({ pageParam }) => {
      await streamReady();
      return clientHistory.listClientTimeline({ client: clientOf(whose), pageSize: 30, pageToken: pageParam });
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextPageToken || undefined,
  });
}

export function useClientInquiries(whose: Whose) {
  return useInfiniteQuery({
    queryKey: [...inquiriesKey, whose.kind, String(whose.id)],
    queryFn: async ({ pageParam }) => {
      await streamReady();
      return clientHistory.listClientInquiries({ client: clientOf(whose), pageSize: 10, pageToken: pageParam });
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextPageToken || undefined,
  });
}

const shown: DescMessage[] = [DealSchema, TaskSchema, ActivitySchema, TimelineEntrySchema, InquirySchema];
const collectMs = 500;
const rereadTimelines = batched<true>(collectMs, 1, () => reread(queryClient, timelineKey));

// Whose deal has changed is not looked at: seldom more than one such page is open.
changeTopic.subscribe((changes) => {
  if (shown.some((type) => resourcesOf(changes, type).length > 0)) rereadTimelines([true]);
  if (resourcesOf(changes, InquirySchema).length) reread(queryClient, inquiriesKey);
});

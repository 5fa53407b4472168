import type { QueryClient } from '@tanstack/react-query';
import { ActivitySchema } from '../gen/voronka/crm/v1/activity_pb';
import { DealSchema } from '../gen/voronka/crm/v1/deal_pb';
import { InquirySchema } from '../gen/voronka/crm/v1/inquiry_pb';
import { TaskSchema } from '../gen/voronka/crm/v1/task_pb';
import { TimelineEntrySchema } from '../gen/voronka/crm/v1/timeline_pb';
import { resourcesOf, type LiveChange } from '../live/changes';
import { reread } from '../live/reread';
import { changeTopic } from '../live/topics';
import { batched } from '../state/batching';
import { nextAskedKey, timelineKey } from './deal_query';

const collectMs = 30;
const most = 1_000;

// The deals whose timelines show the changes.
function dealsOf(changes: LiveChange[]): bigint[] {
  return [
    ...resourcesOf(changes, DealSchema).map(({ id }) => id),
    ...resourcesOf(changes, TaskSchema).map(({ dealId }) => dealId),
    ...resourcesOf(changes, ActivitySchema).map(({ dealId }) => dealId),
    ...resourcesOf(changes, TimelineEntrySchema).map(({ dealId }) => dealId),
    ...resourcesOf(changes, InquirySchema).map(({ dealId }) => dealId),
  ];
}

export function syncDealLists(client: QueryClient): () => void {
  const reload = batched<bigint>(collectMs, most, (dealIds) => {
    dealIds.forEach((dealId) => reread(client, timelineKey(dealId)));
  });
  return changeTopic.subscribe((changes) => {
    reload(dealsOf(changes));
    // A stage may ask for a task, or for attempts to reach the client.
    for (const { dealId } of resourcesOf(changes, ActivitySchema)) reread(client, nextAskedKey(dealId));
    for (const { dealId } of resourcesOf(changes, TaskSchema)) reread(client, nextAskedKey(dealId));
  });
}

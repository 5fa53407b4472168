import { activities } from '../api/clients';
import { queryClient } from '../api/query_client';
import type { Activity } from '../gen/voronka/crm/v1/activity_pb';
import { reread } from '../live/reread';
import type { ActivityDraft } from '../outbox/new_addition';
import { nextAskedKey, timelineKey } from './deal_query';

// The timeline shows activities, and stages may ask for attempts.
export function rereadActivities(dealId: bigint): void {
  reread(queryClient, timelineKey(dealId));
  reread(queryClient, nextAskedKey(dealId));
}

const paths = ['kind', 'direction', 'channel', 'reached', 'time', 'duration', 'note', 'objection'];

// Refused if somebody else has changed it.
export async function saveActivity(requestId: string, known: Activity, activity: ActivityDraft): Promise<void> {
  const { id: activityId, etag } = known;
  await activities.updateActivity({ requestId, activityId, activity, updateMask: { paths }, etag });
}

export async function deleteActivity(requestId: string, { id }: Activity): Promise<void> {
  await activities.deleteActivity({ requestId, activityId: id });
}

import { TimelineEntry_Kind as Kind, type TimelineEntry } from '../gen/voronka/crm/v1/timeline_pb';

// The deal that a lead was converted into, unless that was undone. `timeline`: newest first. Undefined: none.
export function dealOfLead(timeline: Pick<TimelineEntry, 'kind' | 'linkedDealId'>[]): bigint | undefined {
  const last = timeline.find(({ kind }) => kind === Kind.LEAD_CONVERTED || kind === Kind.CONVERSION_UNDONE);
  return last?.kind === Kind.LEAD_CONVERTED ? last.linkedDealId : undefined;
}

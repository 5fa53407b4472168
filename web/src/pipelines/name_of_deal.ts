import { queryClient } from '../api/query_client';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';
import { dealName } from '../i18n/deal_name';
import { dealWords } from './deal_words';
import { pipelinesKey } from './pipelines';

// What a deal or a lead is called on the screen. Until pipelines are loaded, each is a deal.
export function nameOfDeal({ id, name, pipeline: key }: Pick<Deal, 'id' | 'name' | 'pipeline'>): string {
  const pipeline = queryClient.getQueryData<Pipeline[]>(pipelinesKey)?.find((each) => each.key === key);
  return dealName(id, name, dealWords(pipeline).label);
}

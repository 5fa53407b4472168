import { Deal_State, type Deal } from '../gen/voronka/crm/v1/deal_pb';
import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';
import { hasIncoming } from '../pipelines/stages';

type WithStages = Pick<Pipeline, 'key' | 'stages'>;

type Placed = Pick<Deal, 'pipeline' | 'stage' | 'state' | 'responsibleUserId'>;

// As the service decides it.
export function isUnsorted(deal: Placed, every: WithStages[]): boolean {
  if (deal.responsibleUserId !== 0n || deal.state !== Deal_State.OPEN) return false;
  const pipeline = every.find(({ key }) => key === deal.pipeline);
  return pipeline !== undefined && hasIncoming(pipeline) && pipeline.stages[0]?.key === deal.stage;
}

import type { StageTotal } from '../gen/voronka/crm/v1/deal_pb';
import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';
import { isClosing, stageOf } from '../pipelines/stages';

// The deals in stages where work goes on.
export function openDeals(pipeline: Pipeline, totals: StageTotal[]): number {
  return totals.reduce((sum, total) => {
    const stage = stageOf(pipeline, total.stage);
    return stage && isClosing(stage) ? sum : sum + Number(total.deals);
  }, 0);
}

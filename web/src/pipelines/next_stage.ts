import { Stage_Kind, type Pipeline, type Stage } from '../gen/voronka/crm/v1/pipeline_pb';
import { stageOf } from './stages';

// Where a deal on this stage goes next, if all goes well. Undefined: it is closed, or its stage is gone.
export function nextStage(pipeline: Pick<Pipeline, 'stages'> | undefined, key: string): Stage | undefined {
  const current = stageOf(pipeline, key);
  if (!current || (current.kind !== Stage_Kind.OPEN && current.kind !== Stage_Kind.INCOMING)) return undefined;
  return pipeline?.stages.find(
    ({ position, kind, parking }) =>
      position > current.position && (kind === Stage_Kind.WON || (kind === Stage_Kind.OPEN && !parking)),
  );
}

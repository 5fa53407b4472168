import { Stage_Kind } from '../gen/voronka/crm/v1/pipeline_pb';

// The kinds of stages, in the order in which deals pass them.
export const stageKinds = [
  { kind: Stage_Kind.INCOMING, name: 'pipelineSettings.kinds.incoming' },
  { kind: Stage_Kind.OPEN, name: 'pipelineSettings.kinds.open' },
  { kind: Stage_Kind.WON, name: 'pipelineSettings.kinds.won' },
  { kind: Stage_Kind.LOST, name: 'pipelineSettings.kinds.lost' },
] as const;

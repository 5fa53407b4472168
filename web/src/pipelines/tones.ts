import { Stage_Kind } from '../gen/voronka/crm/v1/pipeline_pb';

const toneOf: Partial<Record<Stage_Kind, string>> = {
  [Stage_Kind.INCOMING]: '#8b8fa0',
  [Stage_Kind.WON]: '#2a9d5c',
  [Stage_Kind.LOST]: '#c24141',
};

// The colour of a stage's dot.
export const stageTone = (kind: Stage_Kind): string => toneOf[kind] ?? '#5763dc';

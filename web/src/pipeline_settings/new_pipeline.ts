import type { MessageInitShape } from '@bufbuild/protobuf';
import { Stage_Kind, type Pipeline, type PipelineSchema } from '../gen/voronka/crm/v1/pipeline_pb';
import { keyFromLabel } from '../settings/key_from_label';

// What a stage is called at first, by the reader's language.
type Words = (key: string) => string;

const usualStages = (t: Words) => [
  { key: 'new', name: t('newPipeline.new'), kind: Stage_Kind.INCOMING },
  { key: 'at_work', name: t('newPipeline.atWork'), kind: Stage_Kind.OPEN },
  { key: 'won', name: t('newPipeline.won'), kind: Stage_Kind.WON },
  { key: 'lost', name: t('newPipeline.lost'), kind: Stage_Kind.LOST },
];

const usualReasons = (t: Words) => [
  { key: 'expensive', name: t('newPipeline.expensive') },
  { key: 'changed_mind', name: t('newPipeline.changedMind') },
  { key: 'other', name: t('newPipeline.other') },
];

// With the stages of another one, or the usual ones. Not the default: that is taken away from another only on purpose.
export function newPipeline(
  name: string,
  every: Pipeline[],
  copied: Pipeline | undefined,
  t: Words,
): MessageInitShape<typeof PipelineSchema> {
  const taken = every.map(({ key }) => key);
  return {
    key: keyFromLabel(name, 'pipeline', taken),
    name: name.trim(),
    stages: copied?.stages ?? usualStages(t),
    lossReasons: copied?.lossReasons ?? usualReasons(t),
    takeStage: copied?.takeStage ?? 'at_work',
  };
}

import { Stage_Kind } from '../gen/voronka/crm/v1/pipeline_pb';
import { withStage } from './arrange';
import { isClosingKind, type DraftPipeline, type DraftStage, type Work } from './draft';

const isLike = (one: Stage_Kind, other: Stage_Kind): boolean =>
  isClosingKind(one) || isClosingKind(other) ? one === other : true;

// The stages to which the deals of one that is removed may go: won ones to a won one, and so on.
export const stagesLike = (stages: DraftStage[], removed: DraftStage): DraftStage[] =>
  stages.filter(({ kind }) => isLike(kind, removed.kind));

export function withMove(pipeline: DraftPipeline, from: string, to: string): DraftPipeline {
  const others = Object.entries(pipeline.moves ?? {}).filter(([key]) => key !== from);
  const moves: [string, string][] = to ? [...others, [from, to]] : others;
  return { ...pipeline, moves: moves.length ? Object.fromEntries(moves) : undefined };
}

// A stage that was removed comes back, and its deals stay.
export const withStageBack = (pipeline: DraftPipeline, stage: DraftStage): DraftPipeline =>
  withMove(withStage(pipeline, stage), stage.key, '');

// As the service takes them: of stages that go, to stages that stay. `saved`: the pipeline with the keys that it is saved
// with, its stages in the same order.
export function movesOf(
  { from, typed }: Pick<Work, 'from' | 'typed'>,
  saved: DraftPipeline,
): { from: string; to: string }[] {
  const goes = (key: string) =>
    from.stages.some((stage) => stage.key === key) && typed.stages.every((stage) => stage.key !== key);
  return Object.entries(typed.moves ?? {}).flatMap(([key, target]) => {
    const to = saved.stages[typed.stages.findIndex((stage) => stage.key === target)]?.key;
    return goes(key) && to ? [{ from: key, to }] : [];
  });
}

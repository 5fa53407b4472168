import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';
import type { TimelineEntry } from '../gen/voronka/crm/v1/timeline_pb';
import { i18n } from '../i18n/i18n';
import { stageOf } from '../pipelines/stages';

interface Place {
  pipeline: string;
  stage: string;
}

// An entry of an earlier release does not name the pipeline: the stage is looked for in the deal's, then in the others.
function candidates(every: Pipeline[], place: Place, dealPipeline: string): Pipeline[] {
  if (place.pipeline) return every.filter(({ key }) => key === place.pipeline);
  return [...every].sort((a, b) => Number(b.key === dealPipeline) - Number(a.key === dealPipeline));
}

function nameOf(every: Pipeline[] | undefined, place: Place, dealPipeline: string): string {
  if (!every || !place.stage) return place.stage;
  const found = candidates(every, place, dealPipeline).flatMap((pipeline) => stageOf(pipeline, place.stage) ?? []);
  return found[0]?.name ?? i18n.t('timeline.removedStage', { stage: place.stage });
}

export interface StageNames {
  from: string;
  to: string;
}

// What the stages of a move are called: by the names in their own pipelines; with the names of the pipelines if the move
// went from one to another.
export function stageNamesOf(entry: TimelineEntry, every: Pipeline[] | undefined, dealPipeline: string): StageNames {
  const from = nameOf(every, { pipeline: entry.fromPipeline, stage: entry.fromStage }, dealPipeline);
  const to = nameOf(every, { pipeline: entry.toPipeline, stage: entry.toStage }, dealPipeline);
  if (!entry.fromPipeline || entry.fromPipeline === entry.toPipeline) return { from, to };
  const inPipeline = (stage: string, key: string) =>
    i18n.t('timeline.stageIn', { stage, pipeline: every?.find((pipeline) => pipeline.key === key)?.name ?? key });
  return { from: inPipeline(from, entry.fromPipeline), to: inPipeline(to, entry.toPipeline) };
}

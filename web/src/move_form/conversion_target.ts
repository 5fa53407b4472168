import { useState } from 'react';
import type { Target } from '../deal/conversion';
import { Stage_Kind, type Pipeline, type Stage } from '../gen/voronka/crm/v1/pipeline_pb';
import { usePipelines } from '../pipelines/pipelines';
import { isForSales } from '../pipelines/purposes';

// Where the deal of a lead may begin: where deals are worked on.
export const startsOf = ({ stages }: Pick<Pipeline, 'stages'>): Stage[] =>
  stages.filter(({ kind }) => kind === Stage_Kind.OPEN);

// What the service would choose.
export const usualPipeline = (forSales: Pipeline[]): Pipeline | undefined =>
  forSales.find(({ defaultForInquiries }) => defaultForInquiries) ?? forSales[0];

export function usualStart(pipeline: Pick<Pipeline, 'stages'>): Stage | undefined {
  const starts = startsOf(pipeline);
  return starts.find(({ parking }) => !parking) ?? starts[0];
}

// Where the deal of a lead is made: as the service would choose, until somebody else does. `chosen` is empty if there
// are no sales.
export function useConversionTarget() {
  const pipelines = (usePipelines().data ?? []).filter(isForSales);
  const [asked, choose] = useState<Target>({ pipeline: '', stage: '' });
  const pipeline = pipelines.find(({ key }) => key === asked.pipeline) ?? usualPipeline(pipelines);
  const stages = pipeline ? startsOf(pipeline) : [];
  const stage = stages.find(({ key }) => key === asked.stage) ?? (pipeline && usualStart(pipeline));
  return {
    ...{ pipelines, pipeline, stages, stage, choose },
    chosen: { pipeline: pipeline?.key ?? '', stage: stage?.key ?? '' },
  };
}

export type ConversionTarget = ReturnType<typeof useConversionTarget>;

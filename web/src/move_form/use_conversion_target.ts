import { useState } from 'react';
import type { Target } from '../deal/conversion';
import { usePipelines } from '../pipelines/pipelines';
import { isForSales } from '../pipelines/purposes';
import { startsOf, usualPipeline, usualStart } from './conversion_target';

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

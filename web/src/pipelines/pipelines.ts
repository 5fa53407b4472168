import { useQuery } from '@tanstack/react-query';
import { pipelines } from '../api/clients';
import type { Pipeline, Stage } from '../gen/voronka/crm/v1/pipeline_pb';

export const pipelinesKey = ['pipelines'];

export function usePipelines() {
  return useQuery({
    queryKey: pipelinesKey,
    queryFn: async () => (await pipelines.listPipelines({ pageSize: 1000 })).pipelines,
  });
}

export function usePipeline(key: string): Pipeline | undefined {
  return usePipelines().data?.find((pipeline) => pipeline.key === key);
}

export function stageOf(pipeline: Pipeline | undefined, key: string): Stage | undefined {
  return pipeline?.stages.find((stage) => stage.key === key);
}

export function stageName(pipeline: Pipeline | undefined, key: string): string {
  return stageOf(pipeline, key)?.name ?? key;
}

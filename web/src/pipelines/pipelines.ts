import { useQuery } from '@tanstack/react-query';
import { pipelines } from '../api/clients';
import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';

export const pipelinesKey = ['pipelines'];

// Includes archived pipelines: people still look at deals that were closed in them.
const everyPipeline = {
  queryKey: pipelinesKey,
  queryFn: async () => (await pipelines.listPipelines({ pageSize: 1000, showArchived: true })).pipelines,
};

const inUse = (every: Pipeline[]): Pipeline[] => every.filter(({ archiveTime }) => !archiveTime);

// Only pipelines in use.
export function usePipelines() {
  return useQuery({ ...everyPipeline, select: inUse });
}

// All pipelines, archived ones too; undefined until they are loaded.
export function useEveryPipeline(): Pipeline[] | undefined {
  return useQuery(everyPipeline).data;
}

export function usePipeline(key: string): Pipeline | undefined {
  return useEveryPipeline()?.find((pipeline) => pipeline.key === key);
}

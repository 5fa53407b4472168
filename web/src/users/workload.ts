import { useQuery } from '@tanstack/react-query';
import { deals, tasks } from '../api/clients';
import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';
import { useEveryPipeline } from '../pipelines/pipelines';
import { openDeals } from './open_deals';

interface Workload {
  deals: number;
  tasks: number;
}

const pageSize = 1000;

async function countDeals(responsibleUserId: bigint, pipelines: Pipeline[]): Promise<number> {
  const counts = pipelines.map(async (pipeline) => {
    const { totals } = await deals.listStageTotals({ pipeline: pipeline.key, responsibleUserId });
    return openDeals(pipeline, totals);
  });
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}

async function countTasks(assigneeUserId: bigint): Promise<number> {
  let count = 0;
  let pageToken = '';
  do {
    const page = await tasks.listTasks({ assigneeUserId, pageSize, pageToken });
    count += page.tasks.length;
    pageToken = page.nextPageToken;
  } while (pageToken);
  return count;
}

// What a user has in hand; undefined: not counted yet.
export function useWorkload(userId: bigint): Workload | undefined {
  const pipelines = useEveryPipeline();
  const { data } = useQuery({
    queryKey: ['workload', String(userId)],
    queryFn: async () => {
      const [inDeals, inTasks] = await Promise.all([countDeals(userId, pipelines ?? []), countTasks(userId)]);
      return { deals: inDeals, tasks: inTasks };
    },
    enabled: pipelines !== undefined,
    refetchOnMount: 'always',
  });
  return data;
}

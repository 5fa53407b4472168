import { useQuery } from '@tanstack/react-query';
import { tasks } from '../api/clients';
import { Task_State, type TaskCard } from '../gen/voronka/crm/v1/task_pb';
import { streamReady } from '../live/readiness';

export const tasksKey = ['tasks'];
const pageSize = 500;

export interface TaskFilter {
  assignee?: bigint;
  dealId?: bigint;
}

async function listOpen({ assignee, dealId }: TaskFilter): Promise<TaskCard[]> {
  await streamReady();
  const found: TaskCard[] = [];
  let pageToken = '';
  do {
    const request = { assigneeUserId: assignee, dealId, state: Task_State.OPEN, pageSize, pageToken };
    const page = await tasks.listTaskCards(request);
    found.push(...page.cards);
    pageToken = page.nextPageToken;
  } while (pageToken);
  return found;
}

// Open tasks, the one due first at first.
export function useTasks(filter: TaskFilter) {
  return useQuery({
    queryKey: [...tasksKey, String(filter.assignee ?? 'all'), String(filter.dealId ?? 'all')],
    queryFn: () => listOpen(filter),
  });
}

import type { QueryClient } from '@tanstack/react-query';
import type { Change } from '../gen/voronka/crm/v1/change_pb';
import type { Task, TaskCard } from '../gen/voronka/crm/v1/task_pb';
import { changeTopic } from '../live/topics';
import { batched } from '../state/batching';
import { overdueKey } from './overdue';
import { withTask } from './task_list';
import { tasksKey } from './task_query';

const collectMs = 100;

function tasksOf(changes: Change[]): Task[] {
  return changes.flatMap(({ resource }) => (resource.case === 'task' ? [resource.value] : []));
}

function apply(client: QueryClient, task: Task): void {
  for (const [queryKey, cards] of client.getQueriesData<TaskCard[]>({ queryKey: tasksKey })) {
    const changed = cards && withTask(cards, task);
    if (changed) client.setQueryData(queryKey, changed);
    else void client.invalidateQueries({ queryKey });
  }
}

export function syncTasks(client: QueryClient): () => void {
  const count = batched<true>(collectMs, 1, () => void client.invalidateQueries({ queryKey: overdueKey }));
  return changeTopic.subscribe((changes) => {
    const tasks = tasksOf(changes);
    tasks.forEach((task) => apply(client, task));
    if (tasks.length) count([true]);
  });
}

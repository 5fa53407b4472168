import type { QueryClient } from '@tanstack/react-query';
import { TaskSchema, type Task, type TaskCard } from '../gen/voronka/crm/v1/task_pb';
import { resourcesOf } from '../live/changes';
import { changeTopic } from '../live/topics';
import { batched } from '../state/batching';
import { askForCompletion } from './completion';
import { overdueKey } from './overdue';
import { withTask } from './task_list';
import { tasksKey } from './task_query';

const collectMs = 100;

function apply(client: QueryClient, task: Task): void {
  for (const [queryKey, cards] of client.getQueriesData<TaskCard[]>({ queryKey: tasksKey })) {
    const changed = cards && withTask(cards, task);
    if (changed) client.setQueryData(queryKey, changed);
    else void client.invalidateQueries({ queryKey });
  }
}

export function syncTasks(client: QueryClient): () => void {
  const count = batched<true>(collectMs, 1, () => void client.invalidateQueries({ queryKey: overdueKey }));
  const stops = [
    askForCompletion(),
    changeTopic.subscribe((changes) => {
      const tasks = resourcesOf(changes, TaskSchema);
      tasks.forEach((task) => apply(client, task));
      if (tasks.length) count([true]);
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

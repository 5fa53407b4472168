import type { QueryClient } from '@tanstack/react-query';
import { ContactSchema } from '../gen/voronka/crm/v1/contact_pb';
import { TaskSchema, type Task, type TaskCard } from '../gen/voronka/crm/v1/task_pb';
import { goneOf, resourcesOf } from '../live/changes';
import { amend, reread } from '../live/reread';
import { changeTopic } from '../live/topics';
import { batched } from '../state/batching';
import { askForCompletion } from './completion';
import { overdueKey } from './overdue';
import { withClient, withTask } from './task_list';
import { tasksKey } from './task_query';

const collectMs = 100;

function apply(client: QueryClient, task: Task): void {
  amend<TaskCard[]>(client, tasksKey, (cards) => withTask(cards, task));
}

export function syncTasks(client: QueryClient): () => void {
  const count = batched<true>(collectMs, 1, () => reread(client, overdueKey));
  const stops = [
    askForCompletion(),
    changeTopic.subscribe((changes) => {
      const tasks = resourcesOf(changes, TaskSchema);
      tasks.forEach((task) => apply(client, task));
      for (const contact of resourcesOf(changes, ContactSchema)) {
        amend<TaskCard[]>(client, tasksKey, (cards) => withClient(cards, contact));
      }
      const gone = goneOf(changes, TaskSchema);
      if (gone.length) reread(client, tasksKey);
      if (tasks.length + gone.length) count([true]);
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

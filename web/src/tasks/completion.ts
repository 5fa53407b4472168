import type { Task } from '../gen/voronka/crm/v1/task_pb';
import { userScoped } from '../state/observable';

// The task that the user is about to complete.
export const completionAsked = userScoped<Task | undefined>(undefined);

import type { Task } from '../gen/voronka/crm/v1/task_pb';
import { userScoped } from '../state/observable';

// The task that the user is about to move to another time.
export const moveAsked = userScoped<Task | undefined>(undefined);

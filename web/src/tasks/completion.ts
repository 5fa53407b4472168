import type { Task } from '../gen/voronka/crm/v1/task_pb';
import { ofTheUser } from '../state/observable';

// The task that the user is about to complete.
export const completionAsked = ofTheUser<Task | undefined>(undefined);

import type { Task } from '../gen/voronka/crm/v1/task_pb';
import { Observable } from '../state/observable';

// The task that the user is about to complete.
export const completionAsked = new Observable<Task | undefined>(undefined);

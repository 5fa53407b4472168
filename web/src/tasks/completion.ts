import { navigate } from 'wouter/use-browser-location';
import { tasks } from '../api/clients';
import { refusalOf } from '../api/refusal';
import { showToast } from '../components/toasts';
import { Task_State, type Task } from '../gen/voronka/crm/v1/task_pb';
import { i18n } from '../i18n/i18n';
import { taskIn } from '../navigation/asked';
import { acknowledgeTask, completionTopic } from '../notifications/actions';
import { hidePopupsAbout } from '../notifications/popups';
import { userScoped } from '../state/observable';

// The task that the user is about to complete.
export const completionAsked = userScoped<Task | undefined>(undefined);

async function askFor(taskId: bigint): Promise<void> {
  try {
    const task = await tasks.getTask({ taskId });
    if (task.state === Task_State.OPEN) {
      completionAsked.set(task);
      hidePopupsAbout(taskId);
    } else {
      acknowledgeTask(taskId);
      showToast(i18n.t('tasks.completedAlready'), 'good');
    }
  } catch (error) {
    showToast(refusalOf(error).message);
  }
}

// The page was opened to complete a task, by a system notification. Once: a reload does not ask again.
function askedByAddress(): void {
  const taskId = taskIn(location.search, 'complete');
  if (taskId === undefined) return;
  navigate(location.pathname, { replace: true });
  void askFor(taskId);
}

// For tasks that are completed from their reminders.
export function askForCompletion(): () => void {
  askedByAddress();
  return completionTopic.subscribe((taskId) => void askFor(taskId));
}

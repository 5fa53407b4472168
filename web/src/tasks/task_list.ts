import { timestampMs } from '@bufbuild/protobuf/wkt';
import type { Contact } from '../gen/voronka/crm/v1/contact_pb';
import { Task_State, type Task, type TaskCard } from '../gen/voronka/crm/v1/task_pb';

const dueMs = ({ task }: TaskCard): number => (task?.dueTime ? timestampMs(task.dueTime) : 0);

// Updates a list of open tasks with a task; returns the same list if that changes nothing. Undefined: the task is not
// in the list, so its names are unknown and the list must be reloaded.
export function withTask(cards: TaskCard[], task: Task): TaskCard[] | undefined {
  const card = cards.find((listed) => listed.task?.id === task.id);
  if (!card) return task.state === Task_State.COMPLETED ? cards : undefined;
  if (card.task && card.task.etag >= task.etag) return cards;
  if (task.state === Task_State.COMPLETED) return cards.filter((listed) => listed !== card);
  const changed = cards.map((listed) => (listed === card ? { ...card, task } : listed));
  return changed.sort((a, b) => dueMs(a) - dueMs(b));
}

// Updates what the cards of a list say of a client; returns the same list if none is about them.
export function withClient(cards: TaskCard[], { id, name, doNotDisturb }: Contact): TaskCard[] {
  const isAbout = ({ task }: TaskCard) => task?.contactId === id;
  if (!cards.some(isAbout)) return cards;
  return cards.map((card) => (isAbout(card) ? { ...card, contactName: name, doNotDisturb } : card));
}

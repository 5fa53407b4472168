import type { Refusal } from '../api/refusal';
import { textLimit } from '../components/text_limit';
import { TaskSchema } from '../gen/voronka/crm/v1/task_pb';
import { i18n } from '../i18n/i18n';
import { draftProblems, type DraftTask } from './draft_task';

export const taskTextLimit = (text: string) => textLimit(text, TaskSchema.field.text);

export interface TaskProblems {
  text?: string;
  due?: string;
}

// Whether the service would refuse the task as it is typed.
export function isFaulty(draft: DraftTask): boolean {
  return Object.values(draftProblems(draft)).some(Boolean) || taskTextLimit(draft.text).problem !== undefined;
}

// What to say of the task that is at `path` in the request. `tried`: the user has pressed the button, so what is missing
// is shown too; a date that cannot be and a text that is too long are shown at once.
export function taskProblems(draft: DraftTask, tried: boolean, refusal: Refusal | null | undefined, path: string) {
  const { text, due } = draftProblems(draft);
  const problems: TaskProblems = {
    text: tried && text ? i18n.t(text) : (taskTextLimit(draft.text).problem ?? refusal?.fields[`${path}.text`]),
    due: due && (tried || due === 'tasks.dueMalformed') ? i18n.t(due) : refusal?.fields[`${path}.due_time`],
  };
  return problems;
}

// The refusal's message, unless it concerns one of the fields that are shown.
export function elsewhere(refusal: Refusal | null | undefined, shown: string[]): string | undefined {
  if (!refusal || shown.some((field) => refusal.fields[field])) return undefined;
  return refusal.message;
}

import type { PushMessageJson } from '../gen/voronka/notifier/v1/push_message_pb';
import { askedRemarksPath, ownRemarksPath } from './remark_path';

// What an address asks for besides a screen. The parts of a page that are asked take it out of the address.
export interface About {
  // Of the notification that leads there.
  kind?: PushMessageJson['kind'];
  // As text; absent or `0`: none.
  dealId?: string;
  taskId?: string;
}

// What is about something else first is read on a page of its own, even if it names a deal.
const pages: Partial<Record<NonNullable<About['kind']>, string>> = {
  KIND_REMARK: askedRemarksPath,
  KIND_REMARK_ANSWERED: ownRemarksPath,
};

const isSome = (id: string | undefined): id is string => id !== undefined && id !== '0';

// The page that shows exactly this deal, or exactly this task. `completes`: and asks for the task's result.
export function pathTo({ kind, dealId, taskId }: About, completes = false): string {
  const own = kind && pages[kind];
  if (own) return own;
  const screen = isSome(dealId) ? `/deals/${dealId}` : isSome(taskId) ? '/tasks' : '/';
  if (!isSome(taskId)) return screen;
  if (completes) return `${screen}?complete=${taskId}`;
  return isSome(dealId) ? screen : `${screen}?task=${taskId}`;
}

// The id of the task that the address names.
export function taskIn(search: string, asked: 'complete' | 'task'): bigint | undefined {
  const value = new URLSearchParams(search).get(asked) ?? '';
  return /^\d{1,18}$/.test(value) ? BigInt(value) : undefined;
}

// What an address asks for besides a screen. The parts of a page that are asked take it out of the address.
export interface About {
  // As text; absent or `0`: none.
  dealId?: string;
  taskId?: string;
}

const isSome = (id: string | undefined): id is string => id !== undefined && id !== '0';

// The page that shows exactly this deal, or exactly this task. `completes`: and asks for the task's result.
export function pathTo({ dealId, taskId }: About, completes = false): string {
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

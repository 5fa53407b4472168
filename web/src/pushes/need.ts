import type { Registration } from '../worker/memory';

// What keeps this browser reachable.
export type Need =
  // The server knows it.
  | 'nothing'
  // The server has to be told: it is another session or another address, or was told too long ago.
  | 'register'
  // The server knew it and has removed it: the user did so in the list of devices, or its address is dead.
  | 'ask';

interface Known {
  sessionId: string;
  // Of the browser's subscription.
  endpoint: string;
  // What the server has been told last.
  registered: Registration | undefined;
  // The sessions whose devices the server lists.
  listed: string[];
  // Milliseconds since 1970.
  now: number;
}

const dayMs = 86_400_000;
// The server forgets a device of which it has not heard for 31 days.
const forgottenMs = 30 * dayMs;

export function needOf({ sessionId, endpoint, registered, listed, now }: Known): Need {
  if (registered?.sessionId !== sessionId || registered.endpoint !== endpoint) return 'register';
  const ageMs = now - registered.time;
  if (!listed.includes(sessionId)) return ageMs > forgottenMs ? 'register' : 'ask';
  return ageMs > dayMs ? 'register' : 'nothing';
}

import type { Registration } from '../worker/memory';

// What keeps this browser reachable.
export type Need =
  // The server knows it.
  | 'nothing'
  // The server has to be told: it is another session, or another address.
  | 'register'
  // The server knew it and has removed it: by the user, in the list of devices, or because its address is dead.
  | 'ask';

interface Known {
  sessionId: string;
  // Of the browser's subscription.
  endpoint: string;
  // What the server has been told last.
  registered: Registration | undefined;
  // The sessions whose devices the server lists.
  listed: string[];
}

export function needOf({ sessionId, endpoint, registered, listed }: Known): Need {
  if (registered?.sessionId !== sessionId || registered.endpoint !== endpoint) return 'register';
  return listed.includes(sessionId) ? 'nothing' : 'ask';
}

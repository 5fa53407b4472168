import { displayed } from './display';
import { isSettledBy, type PushMessage } from './push_message';

// Closes what the system shows. For pages as well.
async function closeWhere(registration: ServiceWorkerRegistration, isOver: (shown: PushMessage) => boolean) {
  const shown = await displayed(registration);
  const closing = shown.filter(({ data }) => isOver((data ?? {}) as PushMessage));
  closing.forEach((notification) => notification.close());
}

// Of a notification that is settled.
export function closeSettled(registration: ServiceWorkerRegistration, settled: PushMessage): Promise<void> {
  return closeWhere(registration, (shown) => isSettledBy(shown, settled));
}

// Of a session that has ended.
export function closeOf(registration: ServiceWorkerRegistration, ended: string | undefined): Promise<void> {
  return closeWhere(registration, ({ sessionId }) => sessionId !== undefined && sessionId === ended);
}

// All that does not belong to the session: whoever uses this browser now is not to read it. Undefined: nobody is logged
// in; only what belongs to no session stays.
export function closeOfOthers(registration: ServiceWorkerRegistration, own: string | undefined): Promise<void> {
  return closeWhere(registration, ({ sessionId }) => sessionId !== own);
}

import { isSettledBy, tagOf, type PushMessage } from './push_message';

const title = 'Voronka';
const icon = '/icon-192.png';

// Browsers show at most two or three buttons and drop the rest.
function buttonsOf({ buttons = [] }: PushMessage): { action: string; title: string }[] {
  const { maxActions = buttons.length } = Notification as { maxActions?: number };
  return buttons.slice(0, maxActions).map(({ action = '', title: words = '' }) => ({ action, title: words }));
}

export function show(worker: ServiceWorkerGlobalScope, message: PushMessage): Promise<void> {
  const actions = buttonsOf(message);
  const options = { body: message.text, tag: tagOf(message), icon, data: message, silent: !message.sound, actions };
  return worker.registration.showNotification(title, options);
}

// What came of an answer, in place of what was answered. A touch opens the deal.
export function showResult(worker: ServiceWorkerGlobalScope, message: PushMessage, body: string): Promise<void> {
  const { dealId, taskId, sessionId } = message;
  const options = { body, tag: `${tagOf(message)}-result`, icon, silent: true, data: { dealId, taskId, sessionId } };
  return worker.registration.showNotification(title, options);
}

// Closes what the system shows of a notification that is settled. For pages as well.
export async function closeSettled(registration: ServiceWorkerRegistration, settled: PushMessage): Promise<void> {
  const shown = await registration.getNotifications();
  const closing = shown.filter(({ data }) => isSettledBy((data ?? {}) as PushMessage, settled));
  closing.forEach((notification) => notification.close());
}

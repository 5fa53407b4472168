import { display } from './display';
import { tagOf, type PushMessage } from './push_message';

const icon = '/icon-192.png';

// Browsers show at most two or three buttons and drop the rest.
function buttonsOf({ buttons = [] }: PushMessage): { action: string; title: string }[] {
  const { maxActions = buttons.length } = Notification as { maxActions?: number };
  return buttons.slice(0, maxActions).map(({ action = '', title: words = '' }) => ({ action, title: words }));
}

function showing(worker: ServiceWorkerGlobalScope, message: PushMessage, body: string, silent: boolean): Promise<void> {
  const options = { body, tag: tagOf(message), icon, data: message, silent, actions: buttonsOf(message) };
  return display(worker.registration, options);
}

export function show(worker: ServiceWorkerGlobalScope, message: PushMessage): Promise<void> {
  return showing(worker, message, message.text ?? '', !message.sound);
}

// As it was, after an answer that did not reach the server: it can be answered again. `line` says that.
export function showAgain(worker: ServiceWorkerGlobalScope, message: PushMessage, line: string): Promise<void> {
  return showing(worker, message, `${line}\n${message.text ?? ''}`, true);
}

// What came of an answer, in place of what was answered. A touch opens what it was about.
export function showResult(worker: ServiceWorkerGlobalScope, message: PushMessage, body: string): Promise<void> {
  const { kind, dealId, taskId, sessionId } = message;
  const data: PushMessage = { kind, dealId, taskId, sessionId };
  const options = { body, tag: `${tagOf(message)}-result`, icon, silent: true, data };
  return display(worker.registration, options);
}

// That the session has ended. It belongs to no session, so it outlives what did.
export function showSignedOut(worker: ServiceWorkerGlobalScope, { text, sound }: PushMessage): Promise<void> {
  const data: PushMessage = { signedOut: true };
  const options = { body: text, tag: 'voronka-signed-out', icon, silent: !sound, data };
  return display(worker.registration, options);
}

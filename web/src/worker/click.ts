import { pathTo } from '../navigation/asked';
import { callFor, toldOf } from './answers';
import { agrees, openPages } from './ask_page';
import { recall, type Owner } from './memory';
import type { Action, PushMessage } from './push_message';
import { call } from './server';
import { showAgain, showResult } from './shown';
import { wordsIn } from './words';

// A page that was asleep needs a moment.
const pageTimeMs = 2_000;

// In a window that is open, if there is one.
async function open(worker: ServiceWorkerGlobalScope, path: string, sessionId: string): Promise<void> {
  const [page] = await openPages(worker);
  if (!page) {
    await worker.clients.openWindow(path);
    return;
  }
  await page.focus().catch(() => undefined);
  if (await agrees(page, { kind: 'open', path, sessionId }, pageTimeMs)) return;
  // Windows that an earlier worker controls cannot be led.
  await page.navigate(path).catch(() => worker.clients.openWindow(path));
}

// The session has ended: whatever page there is asks for the password.
async function openLogin(worker: ServiceWorkerGlobalScope): Promise<void> {
  const [page] = await openPages(worker);
  await (page ? page.focus() : worker.clients.openWindow('/'));
}

async function answer(worker: ServiceWorkerGlobalScope, message: PushMessage, action: Action, owner: Owner) {
  const asked = callFor(action, message);
  if (!asked) return;
  const { sessionId, language, clockAhead } = owner;
  const outcome = await call(sessionId, asked.method, asked.body, language);
  const told = toldOf(action, message, outcome, wordsIn(language), Date.now() + clockAhead);
  if ('again' in told) await showAgain(worker, message, told.again);
  else if (told.result) await showResult(worker, message, told.result);
}

// Whoever opens it has read it. If the connection is lost, it stays unread, which is no harm.
async function acknowledge(message: PushMessage, { sessionId, language }: Owner): Promise<void> {
  const asked = message.notificationId ? callFor('seen', message) : undefined;
  if (asked) await call(sessionId, asked.method, asked.body, language);
}

// The user has chosen a button of a notification, or touched the notification itself. One that was for another user, who
// was logged in before, does nothing: its numbers mean something else here.
export async function handleClick(worker: ServiceWorkerGlobalScope, event: NotificationEvent): Promise<void> {
  event.notification.close();
  const message = event.notification.data as PushMessage;
  if (message.signedOut) return openLogin(worker);
  const owner = await recall('owner');
  if (!owner || message.sessionId !== owner.sessionId) return;
  const action = event.action as Action | '';
  if (action !== '' && callFor(action, message)) return answer(worker, message, action, owner);
  const completes = action === 'ACTION_COMPLETE';
  await open(worker, pathTo(message, completes), owner.sessionId);
  if (!completes) await acknowledge(message, owner);
}

import { agrees, openPages } from './ask_page';
import { closeSettled } from './closing';
import { heedSignedOut } from './departure';
import { hush } from './hush';
import { isSettled, recall, settle, type Owner } from './memory';
import { tagOf, verdictOn, type PushMessage } from './push_message';
import { call } from './server';
import { show } from './shown';

// A page gets what is pushed by its stream, maybe a moment later.
const pageTimeMs = 1_500;

// A visible page has popped it up, so the user sees it already.
async function isInSight(worker: ServiceWorkerGlobalScope, message: PushMessage): Promise<boolean> {
  const visible = (await openPages(worker)).filter(({ visibilityState }) => visibilityState === 'visible');
  const told = { kind: 'pushed' as const, tag: tagOf(message) };
  return (await Promise.all(visible.map((page) => agrees(page, told, pageTimeMs)))).includes(true);
}

async function reportShown(message: PushMessage, { sessionId, language }: Owner): Promise<void> {
  const { notificationId, occurrence = 1 } = message;
  const requestId = `${tagOf(message)}-shown-${sessionId}`;
  const body = { requestId, notifications: [{ notificationId, occurrence }] };
  await call(sessionId, 'notifier.v1.DeliveryService/ReportShown', body, language);
}

// Settled once it is shown: a worker that is stopped in between shows it again, in the same place.
async function showOnce(worker: ServiceWorkerGlobalScope, message: PushMessage): Promise<void> {
  await show(worker, message);
  await settle(tagOf(message));
}

// Nobody is logged in, so nobody is to be reached here.
async function leave({ registration }: ServiceWorkerGlobalScope): Promise<void> {
  await (await registration.pushManager.getSubscription())?.unsubscribe();
}

// A close may overtake what it closes: that is not shown later.
async function close(worker: ServiceWorkerGlobalScope, message: PushMessage): Promise<void> {
  await closeSettled(worker.registration, message);
  await settle(tagOf(message));
}

async function isToBeShown(worker: ServiceWorkerGlobalScope, message: PushMessage): Promise<boolean> {
  return !(await isSettled(tagOf(message))) && !(await isInSight(worker, message));
}

// Returns to whom it was shown. Undefined: it was not.
async function heed(worker: ServiceWorkerGlobalScope, message: PushMessage): Promise<Owner | undefined> {
  const owner = await recall('owner');
  const verdict = verdictOn(message, owner?.sessionId, Date.now() + (owner?.clockAhead ?? 0));
  if (owner && verdict === 'show' && (await isToBeShown(worker, message))) {
    await showOnce(worker, message);
    return owner;
  }
  if (verdict === 'close') await close(worker, message);
  await hush(worker);
  if (!owner) await leave(worker);
  return undefined;
}

async function heedPage(worker: ServiceWorkerGlobalScope, message: PushMessage): Promise<Owner | undefined> {
  const owner = await recall('owner');
  if (!owner || owner.sessionId !== message.sessionId || (await isSettled(tagOf(message)))) return undefined;
  await showOnce(worker, message);
  return owner;
}

// What is told of one notification is heeded in the order in which it comes: a close is done before what it overtook.
async function inTurn(message: PushMessage, act: () => Promise<Owner | undefined>): Promise<void> {
  const owner = await navigator.locks.request(`voronka-notification-${message.notificationId ?? ''}`, act);
  if (owner) await reportShown(message, owner);
}

// Of a push message.
export function receive(worker: ServiceWorkerGlobalScope, message: PushMessage): Promise<void> {
  return message.signedOut ? heedSignedOut(worker, message) : inTurn(message, () => heed(worker, message));
}

// Of a page that nobody looks at.
export function showForPage(worker: ServiceWorkerGlobalScope, message: PushMessage): Promise<void> {
  return inTurn(message, () => heedPage(worker, message));
}

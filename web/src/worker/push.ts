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
async function showAndReport(worker: ServiceWorkerGlobalScope, message: PushMessage, owner: Owner): Promise<void> {
  await show(worker, message);
  await settle(tagOf(message));
  await reportShown(message, owner);
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

// Of a push message.
export async function receive(worker: ServiceWorkerGlobalScope, message: PushMessage): Promise<void> {
  if (message.signedOut) return heedSignedOut(worker, message);
  const owner = await recall('owner');
  const verdict = verdictOn(message, owner?.sessionId, Date.now() + (owner?.clockAhead ?? 0));
  if (owner && verdict === 'show' && (await isToBeShown(worker, message))) return showAndReport(worker, message, owner);
  if (verdict === 'close') await close(worker, message);
  await hush(worker);
  if (!owner) await leave(worker);
}

// Of a page that nobody looks at.
export async function showForPage(worker: ServiceWorkerGlobalScope, message: PushMessage): Promise<void> {
  const owner = await recall('owner');
  if (!owner || owner.sessionId !== message.sessionId || (await isSettled(tagOf(message)))) return;
  await showAndReport(worker, message, owner);
}

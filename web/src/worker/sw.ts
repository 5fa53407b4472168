import { handleClick } from './click';
import type { PageMessage } from './page_messages';
import { receive, showForPage } from './push';
import type { PushMessage } from './push_message';
import { renewSubscription } from './renewal';

// Caches the client's own files for when there is no network. The users' data is never cached.
declare const __SHELL__: { version: string; files: string[] };
const shell = __SHELL__;

const worker = self as unknown as ServiceWorkerGlobalScope;
const cacheName = `voronka-${shell.version}`;

async function install(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll(shell.files);
  await worker.skipWaiting();
}

async function activate(): Promise<void> {
  const stale = (await caches.keys()).filter((name) => name !== cacheName);
  await Promise.all(stale.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

// Pages come from the network when it is available, so that a new version of the client shows up at once.
async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match('/');
    if (kept) return kept;
    throw error;
  }
}

async function asset(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (url.pathname.startsWith('/assets/')) event.respondWith(asset(request));
  else if (request.mode === 'navigate' && !url.pathname.startsWith('/demo/')) event.respondWith(page(request));
});
worker.addEventListener('push', (event) => {
  if (event.data) event.waitUntil(receive(worker, event.data.json() as PushMessage));
});
worker.addEventListener('pushsubscriptionchange', (event) => {
  (event as ExtendableEvent).waitUntil(renewSubscription(worker));
});
worker.addEventListener('message', (event) => {
  const asked = event.data as PageMessage;
  event.waitUntil(asked.kind === 'claim' ? worker.clients.claim() : showForPage(worker, asked.message));
});
worker.addEventListener('notificationclick', (event) => event.waitUntil(handleClick(worker, event)));

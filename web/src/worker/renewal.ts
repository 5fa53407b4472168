import { recall, remember, type Owner } from './memory';
import { call } from './server';
import { keyOf, subscriptionFor } from './subscription';

const devices = 'notifier.v1.DeviceService';

const fromBase64 = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const toBase64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));

async function serverKey({ sessionId, language }: Owner): Promise<string | undefined> {
  const outcome = await call(sessionId, `${devices}/GetPushSettings`, {}, language);
  if (outcome.kind !== 'done') return undefined;
  return (outcome.answer as { applicationServerKey?: string }).applicationServerKey;
}

async function register(subscription: PushSubscription, { sessionId, language, device }: Owner): Promise<boolean> {
  const publicKey = toBase64(keyOf(subscription, 'p256dh'));
  const authSecret = toBase64(keyOf(subscription, 'auth'));
  const described = { vendor: 'VENDOR_WEB_PUSH', name: device, address: subscription.endpoint, publicKey, authSecret };
  const body = { requestId: crypto.randomUUID(), device: described };
  return (await call(sessionId, `${devices}/RegisterDevice`, body, language)).kind === 'done';
}

// The browser has given up its subscription. If this fails, the next page that opens does it.
export async function renewSubscription({ registration }: ServiceWorkerGlobalScope): Promise<void> {
  const owner = await recall('owner');
  const key = owner && (await serverKey(owner));
  if (!key) return;
  const subscription = await subscriptionFor(registration.pushManager, fromBase64(key));
  if (!(await register(subscription, owner))) return;
  await remember('registration', { sessionId: owner.sessionId, endpoint: subscription.endpoint, time: Date.now() });
}

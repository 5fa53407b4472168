import { devices } from '../api/notifier_clients';
import { refusalOf } from '../api/refusal';
import { i18n } from '../i18n/i18n';
import { Vendor, type Device } from '../gen/voronka/notifier/v1/device_pb';
import { deviceName } from '../session/device_name';
import { currentSession } from '../session/session';
import { oneAtATime } from '../worker/departure';
import { recall, remember } from '../worker/memory';
import { keyOf, subscriptionFor } from '../worker/subscription';
import { choose } from './choice';
import { unsubscribe } from './leave';
import { needOf } from './need';
import { pushState } from './push_state';

const ownSession = (): string => String(currentSession()?.id ?? '');

async function listedSessions(): Promise<string[]> {
  return (await devices.listDevices({})).devices.map(({ sessionId }) => String(sessionId));
}

async function register(subscription: PushSubscription): Promise<void> {
  const sessionId = ownSession();
  const device = {
    vendor: Vendor.WEB_PUSH,
    name: deviceName(navigator),
    address: subscription.endpoint,
    publicKey: keyOf(subscription, 'p256dh'),
    authSecret: keyOf(subscription, 'auth'),
  };
  await devices.registerDevice({ requestId: crypto.randomUUID(), device });
  await remember('registration', { sessionId, endpoint: subscription.endpoint, time: Date.now() });
}

async function subscribed(key: Uint8Array): Promise<PushSubscription> {
  const { pushManager } = await navigator.serviceWorker.ready;
  return subscriptionFor(pushManager, new Uint8Array(key));
}

// The user is asked again.
async function giveUp(): Promise<void> {
  await unsubscribe();
  choose({ pushes: undefined, asked: false });
  pushState.set({ phase: 'off' });
}

async function keepReachable(): Promise<void> {
  const { vendors, applicationServerKey } = await devices.getPushSettings({});
  if (!vendors.includes(Vendor.WEB_PUSH)) return pushState.set({ phase: 'serverless' });
  const subscription = await subscribed(applicationServerKey);
  const registered = await recall('registration');
  const { endpoint } = subscription;
  const listed = await listedSessions();
  const need = needOf({ sessionId: ownSession(), endpoint, registered, listed, now: Date.now() });
  if (need === 'ask') return giveUp();
  if (need === 'register') await register(subscription);
  pushState.set({ phase: 'on' });
}

// A browser that cannot reach its push service throws a DOMException, in English.
function problemOf(error: unknown): string {
  return error instanceof DOMException ? i18n.t('pushes.noService') : refusalOf(error).message;
}

// Subscribes this browser, or makes sure that it is still subscribed, with the server's present key, and registered for
// this session.
export async function subscribe(): Promise<void> {
  await oneAtATime(keepReachable).catch((error: unknown) => pushState.set({ phase: 'off', problem: problemOf(error) }));
}

export const isOwn = ({ sessionId }: Device): boolean => String(sessionId) === ownSession();

async function removeOwn(): Promise<void> {
  const own = (await devices.listDevices({})).devices.find(isOwn);
  if (own) await devices.removeDevice({ requestId: crypto.randomUUID(), deviceId: own.id });
}

// Throws when the server cannot be told. The browser is unsubscribed anyway, so nothing reaches it.
export async function turnOff(): Promise<void> {
  choose({ pushes: 'off' });
  await oneAtATime(unsubscribe);
  pushState.set({ phase: 'off' });
  await removeOwn();
}

import { expect, test } from 'vitest';
import { subscriptionFor } from './subscription';

const key = (first: number) => new Uint8Array([first, 2, 3]);

// As a browser keeps one subscription, and refuses a second with another key.
function browserWith(first?: Uint8Array<ArrayBuffer>) {
  let made = 0;
  let held: PushSubscription | undefined;
  const make = (applicationServerKey: Uint8Array<ArrayBuffer>) => {
    made += 1;
    held = {
      endpoint: `https://push.example/${made}`,
      options: { applicationServerKey: applicationServerKey.buffer, userVisibleOnly: true },
      unsubscribe: () => {
        held = undefined;
        return Promise.resolve(true);
      },
    } as unknown as PushSubscription;
    return held;
  };
  if (first) make(first);
  return {
    getSubscription: () => Promise.resolve(held ?? null),
    subscribe: ({ applicationServerKey }: { applicationServerKey: Uint8Array<ArrayBuffer> }) =>
      held ? Promise.reject(new Error('InvalidStateError')) : Promise.resolve(make(applicationServerKey)),
  } as unknown as PushManager;
}

const endpointFor = async (manager: PushManager, wanted: Uint8Array<ArrayBuffer>) =>
  (await subscriptionFor(manager, wanted)).endpoint;

test('a browser subscribes once', async () => {
  const manager = browserWith();
  expect(await endpointFor(manager, key(1))).toBe('https://push.example/1');
  expect(await endpointFor(manager, key(1))).toBe('https://push.example/1');
});

test('a server with a new key is subscribed to anew', async () => {
  const manager = browserWith(key(1));
  expect(await endpointFor(manager, key(9))).toBe('https://push.example/2');
  expect(await endpointFor(manager, key(9))).toBe('https://push.example/2');
});

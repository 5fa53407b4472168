const same = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);

function hasKey({ options }: PushSubscription, key: Uint8Array): boolean {
  return options.applicationServerKey !== null && same(new Uint8Array(options.applicationServerKey), key);
}

// This browser's subscription to push messages of the server that has this key; a new one if it has none, or one for
// another key. For pages and the service worker.
export async function subscriptionFor(manager: PushManager, key: Uint8Array<ArrayBuffer>): Promise<PushSubscription> {
  const existing = await manager.getSubscription();
  if (existing && hasKey(existing, key)) return existing;
  await existing?.unsubscribe();
  return manager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
}

export function keyOf(subscription: PushSubscription, name: PushEncryptionKeyName): Uint8Array<ArrayBuffer> {
  return new Uint8Array(subscription.getKey(name) ?? new ArrayBuffer());
}

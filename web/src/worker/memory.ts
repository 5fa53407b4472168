// What the service worker has to know while no page is open. Pages write it.

// Who is logged in in this browser.
export interface Owner {
  sessionId: string;
  language: string;
  // How the user knows this device, as in DeviceService.
  device: string;
  // How far the server's clock is ahead of this device's, in milliseconds.
  clockAhead: number;
}

// What DeviceService has been told last.
export interface Registration {
  sessionId: string;
  endpoint: string;
  // When, in milliseconds since 1970.
  time: number;
}

interface Facts {
  owner: Owner;
  registration: Registration;
}

interface Shown {
  tag: string;
  // Milliseconds since 1970.
  time: number;
}

const facts = 'facts';
const shown = 'shown';
// No push lives longer.
const keptMs = 2 * 86_400_000;

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('voronka-worker', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(facts);
      request.result.createObjectStore(shown, { keyPath: 'tag' });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no database'));
  });
}

let database: Promise<IDBDatabase> | undefined;

async function run<T>(name: string, mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>) {
  database ??= opened();
  const transaction = (await database).transaction(name, mode);
  return new Promise<T>((resolve, reject) => {
    const request = act(transaction.objectStore(name));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error ?? new Error('not stored'));
  });
}

export function recall<Name extends keyof Facts>(name: Name): Promise<Facts[Name] | undefined> {
  return run(facts, 'readonly', (store) => store.get(name) as IDBRequest<Facts[Name] | undefined>);
}

export async function remember<Name extends keyof Facts>(name: Name, fact: Facts[Name]): Promise<void> {
  await run(facts, 'readwrite', (store) => store.put(fact, name));
}

export async function forget(name: keyof Facts): Promise<void> {
  await run(facts, 'readwrite', (store) => store.delete(name));
}

async function forgetOld(now: number): Promise<void> {
  const all = await run(shown, 'readonly', (store) => store.getAll() as IDBRequest<Shown[]>);
  const old = all.filter(({ time }) => now - time > keptMs);
  await Promise.all(old.map(({ tag }) => run(shown, 'readwrite', (store) => store.delete(tag))));
}

// Whether it has been shown on this device, or is not to be any more.
export async function isSettled(tag: string): Promise<boolean> {
  return (await run(shown, 'readonly', (store) => store.count(tag))) > 0;
}

export async function settle(tag: string, now = Date.now()): Promise<void> {
  const settled: Shown = { tag, time: now };
  await run(shown, 'readwrite', (store) => store.put(settled));
  await forgetOld(now);
}

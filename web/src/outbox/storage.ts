// The outbox on disk: a change that was sent and not answered yet survives the tab.
interface Kept {
  requestId: string;
  // As text: IndexedDB keys cannot be 64-bit integers.
  dealId: string;
  dealName: string;
  // The user who made the change. A login is unique in the installation, an id only in its account.
  login: string;
  // Milliseconds since 1970.
  time: number;
}

export interface Move extends Kept {
  // A move to another stage, or taking an offer, which may move the deal too: `stage` is where the deal is afterwards.
  act: 'move' | 'take';
  pipeline: string;
  stage: string;
  stageName: string;
  // Of a deal that was on offer: it mostly has no name, and whoever takes it remembers the client. Empty: not known yet.
  clientName?: string;
  lossReason: string;
  lossComment: string;
  // What the stage asks for and comes along, as a MoveDealRequest in its wire format. Absent: nothing.
  filled?: Uint8Array;
  // The deadline of the deal's offer to the user; 0: there was none. Milliseconds since 1970, like `time`,
  // by the server's clock.
  deadline: number;
  // The deal's epoch when the user saw it, as text. The move is refused if a colleague has moved the deal since.
  epoch: string;
}

export interface Note extends Kept {
  act: 'note';
  text: string;
  // IDs of files of the deal, as text. Absent: none.
  fileIds?: string[];
}

// A new task.
export interface PlannedTask extends Kept {
  act: 'task';
  text: string;
  allDay: boolean;
  // When it is due, in milliseconds since 1970, and in whose time zone that was meant.
  due: number;
  timeZone: string;
  // How long before, in seconds, to remind of it. Absent: an earlier version kept it, so as usual.
  remindBefore?: number[];
}

// A call, a message or a meeting.
export interface NotedActivity extends Kept {
  act: 'activity';
  // What it was, in words.
  text: string;
  // What the user has typed with it.
  note: string;
  // An Activity in its wire format.
  activity: Uint8Array;
}

// What is added to a deal, in the user's words.
export type Addition = Note | PlannedTask | NotedActivity;

export type KeptChange = Move | Addition;

export const isMove = (change: KeptChange): change is Move => change.act === 'move' || change.act === 'take';
export const isTake = (change: KeptChange): change is Move & { act: 'take' } => change.act === 'take';
export const isNote = (change: KeptChange): change is Note => change.act === 'note';
export const isActivity = (change: KeptChange): change is NotedActivity => change.act === 'activity';
export const isTask = (change: KeptChange): change is PlannedTask => change.act === 'task';

const storeName = 'moves';

type Store = IDBObjectStore;

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('voronka-outbox', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(storeName, { keyPath: 'requestId' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no database'));
  });
}

let database: Promise<IDBDatabase> | undefined;

async function run<T>(mode: IDBTransactionMode, act: (store: Store) => IDBRequest<T>): Promise<T> {
  database ??= opened();
  const transaction = (await database).transaction(storeName, mode);
  return new Promise((resolve, reject) => {
    const request = act(transaction.objectStore(storeName));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error ?? new Error('not stored'));
  });
}

export const keep = (change: KeptChange): Promise<unknown> => run('readwrite', (store) => store.put(change));
export const drop = (requestId: string): Promise<unknown> => run('readwrite', (store) => store.delete(requestId));

const listed = (store: Store): IDBRequest<KeptChange[]> => store.getAll() as IDBRequest<KeptChange[]>;

// In the order in which they were made.
export async function keptOf(login: string): Promise<KeptChange[]> {
  const changes = await run('readonly', listed);
  return changes.filter((change) => change.login === login).sort((a, b) => a.time - b.time);
}

export async function keptByLogin(): Promise<Map<string, KeptChange[]>> {
  return byLogin(await run('readonly', listed));
}

// Without those that an earlier version kept under an id.
export function byLogin(changes: KeptChange[]): Map<string, KeptChange[]> {
  const found = new Map<string, KeptChange[]>();
  for (const change of changes) {
    if (change.login) found.set(change.login, [...(found.get(change.login) ?? []), change]);
  }
  return found;
}

// The user's later moves of the deal, made before they could see the answer to one that is done. They continue from the
// deal's new epoch.
export function continued(changes: KeptChange[], done: Move, epoch: string): Move[] {
  return changes
    .filter(isMove)
    .filter(({ login, dealId, ...move }) => login === done.login && dealId === done.dealId && move.epoch === done.epoch)
    .filter(({ requestId }) => requestId !== done.requestId)
    .map((move) => ({ ...move, epoch }));
}

export async function dropDone(done: Move, epoch: string): Promise<void> {
  await run('readwrite', (store) => {
    store.delete(done.requestId);
    const request = listed(store);
    request.onsuccess = () => continued(request.result, done, epoch).forEach((move) => store.put(move));
    return request;
  });
}

// Changes that an earlier version kept under an id, which is not unique: nobody knows whose they are.
export async function dropOwnerless(): Promise<void> {
  const isOwnerless = ({ login }: { login?: string }) => !login;
  const changes = await run('readonly', listed);
  await Promise.all(changes.filter(isOwnerless).map(({ requestId }) => drop(requestId)));
}

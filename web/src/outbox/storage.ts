// The outbox on disk: what was sent and not answered yet survives the tab.
export interface Move {
  requestId: string;
  // To another stage, or an offer that is taken where it stands.
  act: 'move' | 'take';
  // As text: a database index has no 64-bit numbers.
  dealId: string;
  dealName: string;
  pipeline: string;
  stage: string;
  stageName: string;
  lossReason: string;
  lossComment: string;
  // Until when the deal was on offer to the user; 0: it was not. Milliseconds since 1970, as `time`.
  deadline: number;
  // The deal's, as the user saw it: where a colleague has moved the deal since, this move is refused. As text.
  epoch: string;
  // Whose move it is.
  login: string;
  time: number;
}

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

export const keepMove = (move: Move): Promise<unknown> => run('readwrite', (store) => store.put(move));
export const dropMove = (requestId: string): Promise<unknown> => run('readwrite', (store) => store.delete(requestId));

const listed = (store: Store): IDBRequest<Move[]> => store.getAll() as IDBRequest<Move[]>;

// In the order in which they were made.
export async function keptMoves(login: string): Promise<Move[]> {
  const moves = await run('readonly', listed);
  return moves.filter((move) => move.login === login).sort((a, b) => a.time - b.time);
}

// Done: what the user made of the deal after it, before they could see the answer, goes on from the epoch of that.
export async function dropDone(done: Move, epoch: string): Promise<void> {
  await run('readwrite', (store) => {
    store.delete(done.requestId);
    const request = listed(store);
    request.onsuccess = () =>
      request.result
        .filter((move) => move.dealId === done.dealId && move.epoch === done.epoch && move.requestId !== done.requestId)
        .forEach((move) => store.put({ ...move, epoch }));
    return request;
  });
}

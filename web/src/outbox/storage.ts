// The outbox on disk: a move that was sent and not answered yet survives the tab.
export interface Move {
  requestId: string;
  // A move to another stage, or taking an offer, which may move the deal too: `stage` is where the deal is afterwards.
  act: 'move' | 'take';
  // As text: IndexedDB keys cannot be 64-bit integers.
  dealId: string;
  dealName: string;
  pipeline: string;
  stage: string;
  stageName: string;
  lossReason: string;
  lossComment: string;
  // The deadline of the deal's offer to the user; 0: there was none. Milliseconds since 1970, like `time`,
  // by the server's clock.
  deadline: number;
  // The deal's epoch when the user saw it, as text. The move is refused if a colleague has moved the deal since.
  epoch: string;
  // The user who made the move.
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

// Removes a completed move. The user's later moves of the deal, made before they could see the answer, continue from
// its new epoch.
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

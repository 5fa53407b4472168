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
  userId: string;
  time: number;
}

const storeName = 'moves';

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('voronka-outbox', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(storeName, { keyPath: 'requestId' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no database'));
  });
}

let database: Promise<IDBDatabase> | undefined;

async function run<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
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

// In the order in which they were made.
export async function keptMoves(userId: string): Promise<Move[]> {
  const moves = await run<Move[]>('readonly', (store) => store.getAll() as IDBRequest<Move[]>);
  return moves.filter((move) => move.userId === userId).sort((a, b) => a.time - b.time);
}

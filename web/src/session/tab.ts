// Which of the browser's tabs this one is, and which are open. A tab keeps its id through reloads, and holds a lock of
// that name while it is open.
const idKey = 'voronka-tab';
const lockOf = (id: string) => `voronka-tab-${id}`;

// The page before a reload gives its lock back within this time. A duplicated tab has the id of one that does not.
const reloadMs = 300;

let own = '';

// Returns whether the lock is held from now on, until the page goes.
function holdLock(id: string): Promise<boolean> {
  return new Promise((resolve) => {
    const waiting = new AbortController();
    const giveUp = setTimeout(() => waiting.abort(), reloadMs);
    const held = () => {
      clearTimeout(giveUp);
      resolve(true);
      return new Promise(() => undefined);
    };
    navigator.locks.request(lockOf(id), { signal: waiting.signal }, held).catch(() => resolve(false));
  });
}

// For the start of a page, before anything asks for the id.
export async function claimTab(): Promise<void> {
  const last = sessionStorage.getItem(idKey);
  if (last && (await holdLock(last))) {
    own = last;
    return;
  }
  own = crypto.randomUUID();
  sessionStorage.setItem(idKey, own);
  await holdLock(own);
}

export const ownTab = (): string => own;

export async function openTabs(): Promise<Set<string>> {
  const { held = [] } = await navigator.locks.query();
  const names = held.flatMap(({ name }) => (name?.startsWith(lockOf('')) ? [name.slice(lockOf('').length)] : []));
  return new Set(names);
}

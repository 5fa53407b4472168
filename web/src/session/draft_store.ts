interface Kept {
  text: string;
  // When it was last changed, in milliseconds since 1970.
  time: number;
}

interface Left extends Kept {
  key: string;
}

// By login: an id is unique only in its account.
const keyOf = (login: string, name: string) => `voronka-draft-${login}-${name}`;
const tabKeyOf = (login: string, name: string, tab: string) => `${keyOf(login, name)}/${tab}`;

function parsed(value: string): Kept {
  return JSON.parse(value) as Kept;
}

export const draftIn = (storage: Storage, login: string, name: string, tab: string): string => {
  const value = storage.getItem(tabKeyOf(login, name, tab));
  return value ? parsed(value).text : '';
};

// Each tab keeps its own text, so that none overwrites or removes that of another. An empty text is not kept.
export function keepDraft(storage: Storage, login: string, name: string, tab: string, text: string, time: number) {
  const kept: Kept = { text, time };
  if (text) storage.setItem(tabKeyOf(login, name, tab), JSON.stringify(kept));
  else storage.removeItem(tabKeyOf(login, name, tab));
}

// What tabs that are no longer open have left. An earlier version kept one text for all tabs, under the bare key.
function leftIn(storage: Storage, login: string, name: string, open: Set<string>): Left[] {
  const bare = keyOf(login, name);
  const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '');
  return keys.flatMap((key) => {
    const value = storage.getItem(key) ?? '';
    if (key === bare) return [{ key, text: value, time: 0 }];
    if (!key.startsWith(`${bare}/`) || open.has(key.slice(bare.length + 1))) return [];
    return [{ key, ...parsed(value) }];
  });
}

// Takes over the latest text that a closed tab has left, unless this tab has one. Returns whether it did.
export function adoptDraft(storage: Storage, login: string, name: string, tab: string, open: Set<string>): boolean {
  if (draftIn(storage, login, name, tab)) return false;
  const [latest] = leftIn(storage, login, name, open).sort((one, other) => other.time - one.time);
  if (!latest) return false;
  keepDraft(storage, login, name, tab, latest.text, latest.time);
  storage.removeItem(latest.key);
  return true;
}

import type { SearchResult, SearchResult_Kind as Kind } from '../gen/voronka/crm/v1/search_pb';
import { currentLogin } from '../session/session';

// What was opened from the palette.
export interface Recent {
  kind: Kind;
  // As text: JSON knows no bigint.
  id: string;
  name: string;
  clientName: string;
  dealId: string;
}

const mostKept = 8;
// With the tab it goes: others may use the browser after.
const keyOf = (login: string) => `voronka-search-${login}`;

function isRecent(value: unknown): value is Recent {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, id, name, clientName, dealId } = value as Partial<Record<keyof Recent, unknown>>;
  const areIds = [id, dealId].every((number) => typeof number === 'string' && /^\d+$/.test(number));
  return areIds && typeof kind === 'number' && [name, clientName].every((text) => typeof text === 'string');
}

// What something else has written there counts for nothing.
function parsed(text: string | null): Recent[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(kept) ? kept.filter(isRecent) : [];
  } catch {
    return [];
  }
}

// The latest first.
export const recentOnes = (storage: Storage = sessionStorage, login = currentLogin()): Recent[] =>
  parsed(storage.getItem(keyOf(login)));

export const recentOf = ({ kind, id, name, clientName, dealId }: SearchResult): Recent => ({
  ...{ kind, name, clientName },
  id: String(id),
  dealId: String(dealId),
});

export function rememberRecent(opened: Recent, storage: Storage = sessionStorage, login = currentLogin()): void {
  const others = recentOnes(storage, login).filter(({ kind, id }) => kind !== opened.kind || id !== opened.id);
  storage.setItem(keyOf(login), JSON.stringify([opened, ...others].slice(0, mostKept)));
}

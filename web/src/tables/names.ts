import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { filters } from '../api/filter_client';
import { CompanySchema } from '../gen/voronka/crm/v1/company_pb';
import { ContactSchema } from '../gen/voronka/crm/v1/contact_pb';
import { DealSchema } from '../gen/voronka/crm/v1/deal_pb';
import { resourcesOf } from '../live/changes';
import { changeTopic } from '../live/topics';
import { batched } from '../state/batching';
import { userScoped } from '../state/observable';
import type { Named } from './columns';
import { oneOf } from './conditions';

type Kind = Named['kind'];

interface Called {
  id: bigint;
  name: string;
}

const keyOf = (kind: Kind, id: bigint): string => `${kind} ${id}`;

// More than any screen shows at once.
const mostKnown = 5_000;
// The names of records that cells lead to, those that were asked for last at the end.
const known = userScoped<ReadonlyMap<string, string>>(new Map());

function putNames(kind: Kind, called: Called[]): void {
  if (!called.length) return;
  const names = new Map(known.get());
  for (const { id, name } of called) {
    names.delete(keyOf(kind, id));
    names.set(keyOf(kind, id), name);
  }
  for (const key of names.keys()) {
    if (names.size <= mostKnown) break;
    names.delete(key);
  }
  known.set(names);
}

const ofIds = (kind: Kind, ids: bigint[]) => ({
  filter: oneOf(
    `${kind}.id`,
    ids.map((id) => ({ case: 'number', value: String(id) })),
  ),
  pageSize: ids.length,
});

const reads: Record<Kind, (ids: bigint[]) => Promise<Called[]>> = {
  deal: async (ids) => (await filters.filterDeals(ofIds('deal', ids))).deals,
  contact: async (ids) => (await filters.filterContacts(ofIds('contact', ids))).contacts,
  company: async (ids) => (await filters.filterCompanies(ofIds('company', ids))).companies,
};

// Asked for, and not answered yet.
const asked = new Set<string>();

// Whoever is not seen has no name. What nobody answers is asked for again by whoever shows it next.
async function load(kind: Kind, ids: bigint[]): Promise<void> {
  try {
    const found = await reads[kind](ids);
    const unseen = ids.filter((id) => found.every((each) => each.id !== id));
    putNames(kind, [...found, ...unseen.map((id) => ({ id, name: '' }))]);
  } catch {
    // The number stays in place of the name.
  } finally {
    ids.forEach((id) => asked.delete(keyOf(kind, id)));
  }
}

const collectMs = 30;
// As many values as a comparison may have.
const mostIds = 100;
const loaders: Record<Kind, (ids: bigint[]) => void> = {
  deal: batched(collectMs, mostIds, (ids) => void load('deal', ids)),
  contact: batched(collectMs, mostIds, (ids) => void load('contact', ids)),
  company: batched(collectMs, mostIds, (ids) => void load('company', ids)),
};

function ask(kind: Kind, id: bigint): void {
  const key = keyOf(kind, id);
  if (known.get().has(key) || asked.has(key)) return;
  asked.add(key);
  loaders[kind]([id]);
}

// What the record is called. Empty: it has no name, or is not seen. Undefined: it is not known yet.
export function useNameOf({ kind, id, name: given }: Named): string | undefined {
  const name = useSyncExternalStore(
    known.subscribe,
    useCallback(() => known.get().get(keyOf(kind, id)), [kind, id]),
  );
  useEffect(() => {
    if (given === undefined) ask(kind, id);
  }, [kind, id, given]);
  return given ?? name;
}

function rename(kind: Kind, changed: Called[]): void {
  putNames(
    kind,
    changed.filter(({ id }) => known.get().has(keyOf(kind, id))),
  );
}

changeTopic.subscribe((changes) => {
  rename('deal', resourcesOf(changes, DealSchema));
  rename('contact', resourcesOf(changes, ContactSchema));
  rename('company', resourcesOf(changes, CompanySchema));
});

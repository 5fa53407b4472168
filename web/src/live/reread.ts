import type { Query, QueryClient, QueryKey } from '@tanstack/react-query';

// Lists that are to be read once more.
const awaited = new WeakSet<Query>();

const isUnderWay = (list: Query): boolean => list.state.fetchStatus === 'fetching';

// Joins a read that is under way.
function afterRead(list: Query, act: () => void): void {
  list.fetch().then(act, act);
}

function rereadOne(client: QueryClient, list: Query): void {
  awaited.delete(list);
  void client.invalidateQueries({ queryKey: list.queryKey, exact: true });
}

// Something has changed that these lists show. One that is being read may have been read before the change, so it is
// read once more afterwards; one that nobody looks at is read when somebody does.
export function reread(client: QueryClient, queryKey: QueryKey): void {
  for (const list of client.getQueryCache().findAll({ queryKey })) {
    if (!isUnderWay(list)) rereadOne(client, list);
    else if (!awaited.has(list)) {
      awaited.add(list);
      afterRead(list, () => rereadOne(client, list));
    }
  }
}

// Changes what is known of these lists. One that is being read, or that `change` has no answer for, is read again.
export function amend<T>(client: QueryClient, queryKey: QueryKey, change: (known: T) => T | undefined): void {
  for (const list of client.getQueryCache().findAll({ queryKey })) {
    const known = list.state.data as T | undefined;
    const changed = known === undefined ? undefined : change(known);
    const isLate = isUnderWay(list);
    if (changed !== undefined) client.setQueryData(list.queryKey, changed);
    if (changed === undefined || isLate) reread(client, list.queryKey);
  }
}

// Calls `act` for each of these lists that is being read, as soon as it has been: it may be older than what is known by
// now.
export function onceRead(client: QueryClient, queryKey: QueryKey, act: (list: Query) => void): void {
  const underWay = client.getQueryCache().findAll({ queryKey, fetchStatus: 'fetching' });
  underWay.forEach((list) => afterRead(list, () => act(list)));
}

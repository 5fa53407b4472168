export const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

// `lead` in its order, with what only `other` has after what precedes it there.
function woven(lead: string[], other: string[]): string[] {
  const all = [...lead];
  other.forEach((id, at) => {
    if (all.includes(id)) return;
    const before = other
      .slice(0, at)
      .filter((earlier) => all.includes(earlier))
      .at(-1);
    all.splice(before === undefined ? 0 : all.indexOf(before) + 1, 0, id);
  });
  return all;
}

// What one of two admins, who have both begun on `from`, has added, removed or changed. Mine where both have changed it.
// `idOf`: what an item keeps, however it changes.
export function merged<T>(
  idOf: (item: T) => string,
  { from, mine, theirs }: { from: T[]; mine: T[]; theirs: T[] },
  both: (mine: T, theirs: T) => T,
): T[] {
  const ids = (items: T[]) => items.map(idOf);
  const find = (items: T[], id: string) => items.find((item) => idOf(item) === id);
  const common = (items: T[], others: T[]) => ids(items).filter((id) => ids(others).includes(id));
  const isOrderMine = !isSame(common(mine, from), common(from, mine));
  const order = isOrderMine ? woven(ids(mine), ids(theirs)) : woven(ids(theirs), ids(mine));
  return order.flatMap((id) => {
    const [was, own, other] = [find(from, id), find(mine, id), find(theirs, id)];
    if (was && !(own && other)) return [];
    if (!own || !other) return [own ?? other].filter((item) => item !== undefined);
    return [isSame(own, was) ? other : both(own, other)];
  });
}

// Mine where I have changed it, else theirs.
export function pick<T, K extends keyof T>(was: T, mine: T, theirs: T, parts: readonly K[]): Pick<T, K> {
  const picked = parts.map((part) => [part, isSame(mine[part], was[part]) ? theirs[part] : mine[part]]);
  return Object.fromEntries(picked) as Pick<T, K>;
}

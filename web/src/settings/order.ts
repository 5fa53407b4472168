export const newId = (): string => crypto.randomUUID();

// The item with its neighbour before (-1) or after it (1) among those that `counts` accepts.
export function moved<T>(items: T[], item: T, step: -1 | 1, counts: (other: T) => boolean = () => true): T[] {
  const among = items.filter(counts);
  const neighbour = among[among.indexOf(item) + step];
  if (neighbour === undefined) return items;
  return items.map((other) => (other === item ? neighbour : other === neighbour ? item : other));
}

// At the place of another one, to which it was dragged.
export function placedAt<T>(items: T[], item: T, target: T): T[] {
  const at = items.indexOf(target);
  if (item === target || at < 0) return items;
  const others = items.filter((other) => other !== item);
  return [...others.slice(0, at), item, ...others.slice(at)];
}

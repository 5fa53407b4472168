const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

const parts = (text: string): string[] =>
  text
    .split(/[,;\n]/)
    .map(plain)
    .filter(Boolean);

// Several phones, or the like, in one line.
export const listText = (items: string[], shown: (item: string) => string): string => items.map(shown).join(', ');

// What was typed, one by one. What was not touched is as it is stored, not as it is shown. It may have commas itself: a
// doubtful phone is kept as somebody wrote it.
export function listTyped(typed: string, known: string[], shown: (item: string) => string): string[] {
  const stored = known.map((item) => ({ item, said: parts(shown(item)) })).filter(({ said }) => said.length > 0);
  stored.sort((one, other) => other.said.length - one.said.length);
  const found: string[] = [];
  let rest = parts(typed);
  while (rest.length > 0) {
    const same = stored.find(({ said }) => said.every((part, at) => part === rest[at]));
    found.push(same?.item ?? rest[0] ?? '');
    rest = rest.slice(same?.said.length ?? 1);
  }
  return found;
}

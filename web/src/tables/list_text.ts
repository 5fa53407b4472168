const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

// Several phones, or the like, in one line.
export const listText = (items: string[], shown: (item: string) => string): string => items.map(shown).join(', ');

// What was typed, one by one. What was not touched is as it is stored, not as it is shown.
export function listTyped(typed: string, known: string[], shown: (item: string) => string): string[] {
  const stored = new Map(known.map((item) => [plain(shown(item)), item]));
  return typed
    .split(/[,;\n]/)
    .map(plain)
    .filter(Boolean)
    .map((item) => stored.get(item) ?? item);
}

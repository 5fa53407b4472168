const cyrillic = Array.from('абвгдеёжзийклмнопрстуфхцчшщъыьэюя');
const latin = 'a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya'.split(' ');
const letters = new Map(cyrillic.map((letter, at) => [letter, latin[at] ?? '']));

const longest = 40;

export const isKey = (key: string): boolean => /^[a-z][a-z0-9_]{0,39}$/.test(key);

const cut = (key: string, length: number): string => key.slice(0, length).replace(/_+$/, '');

function plainKey(label: string): string {
  const latin = Array.from(label.toLowerCase(), (letter) => letters.get(letter) ?? letter).join('');
  // «é» loses its accent; what is still not Latin separates words.
  const words = latin
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+/, '');
  return cut(/^\d/.test(words) ? `n${words}` : words, longest);
}

// A key for what people call so: «Предмет сделки» is `predmet_sdelki`. `otherwise`: for a label without a single letter.
// With a number at its end if the key is taken.
export function keyFromLabel(label: string, otherwise: string, taken: Iterable<string>): string {
  const others = new Set(taken);
  const key = plainKey(label) || otherwise;
  for (let number = 1; ; number++) {
    const ending = number === 1 ? '' : `_${number}`;
    const tried = cut(key, longest - ending.length) + ending;
    if (!others.has(tried)) return tried;
  }
}

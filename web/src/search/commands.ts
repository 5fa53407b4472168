import { inRussianLayout } from './keyboard_layout';

// What can be done or opened from the palette, besides what is found.
export interface Command {
  id: string;
  name: string;
  run: () => void;
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

// Whether each of the words begins a word of the name.
function hasAll(name: string, typed: string[]): boolean {
  const words = wordsOf(name);
  return typed.length > 0 && typed.every((word) => words.some((each) => each.startsWith(word)));
}

// Those whose names have what is typed, in any order, also with a Latin keyboard.
export function commandsFor<T extends Pick<Command, 'name'>>(query: string, commands: readonly T[]): T[] {
  const meant = [wordsOf(query), wordsOf(inRussianLayout(query))];
  return commands.filter(({ name }) => meant.some((typed) => hasAll(name, typed)));
}

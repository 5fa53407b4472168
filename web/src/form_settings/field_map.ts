import { newId } from '../settings/order';
import { asItIs } from './targets';

// What a field of the site is called there, and where in the inquiry it goes. The id stays while the name is typed.
export interface DraftEntry {
  id: string;
  name: string;
  target: string;
}

type FieldMap = Record<string, string>;

// In the order of the alphabet: a map has none.
export function entriesOf(map: FieldMap): DraftEntry[] {
  return Object.entries(map)
    .map(([name, target]) => ({ id: name, name, target }))
    .sort((one, other) => one.name.localeCompare(other.name));
}

export const mapOf = (entries: DraftEntry[]): FieldMap =>
  Object.fromEntries(entries.map(({ name, target }) => [name.trim(), target]));

export const newEntry = (): DraftEntry => ({ id: newId(), name: '', target: asItIs });

// As the service compares names: only letters and digits count, in any case.
export function labelOf(name: string): string {
  const plain = name.normalize('NFC').toLowerCase().replaceAll('ё', 'е');
  return plain.replace(/[^\p{L}\p{N}]/gu, '') || plain.trim();
}

// Those whose name another one before them has already.
export function repeatedEntries(entries: DraftEntry[]): DraftEntry[] {
  const labels = entries.map(({ name }) => labelOf(name));
  return entries.filter((_, at) => labels[at] && labels.indexOf(labels[at]) < at);
}

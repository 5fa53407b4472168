import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { SearchMatchSchema } from '../gen/voronka/crm/v1/search_pb';
import { partsOf } from './marked_parts';

const marked = (text: string, ...marks: { begin: number; end: number }[]) =>
  partsOf(create(SearchMatchSchema, { text, marks }))
    .map((part) => (part.isMarked ? `[${part.text}]` : part.text))
    .join('');

test('what matches is marked', () => {
  expect(marked('Окна Иванову', { begin: 0, end: 2 }, { begin: 5, end: 11 })).toBe('[Ок]на [Иванов]у');
  expect(marked('+79161234567', { begin: 8, end: 12 })).toBe('+7916123[4567]');
});

test('a text without marks is whole, and none is nothing', () => {
  expect(marked('Окна')).toBe('Окна');
  expect(partsOf(create(SearchMatchSchema))).toEqual([]);
});

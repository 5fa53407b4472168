import { expect, test } from 'vitest';
import { moved, placedAt } from './order';

const all = ['a', 'b', 'c', 'd'];

test('an item is moved by one, and not past the ends', () => {
  expect(moved(all, 'b', 1)).toEqual(['a', 'c', 'b', 'd']);
  expect(moved(all, 'b', -1)).toEqual(['b', 'a', 'c', 'd']);
  expect(moved(all, 'd', 1)).toEqual(all);
});

test('an item that is dragged onto another takes its place', () => {
  expect(placedAt(all, 'a', 'c')).toEqual(['b', 'c', 'a', 'd']);
  expect(placedAt(all, 'd', 'b')).toEqual(['a', 'd', 'b', 'c']);
  expect(placedAt(all, 'a', 'a')).toEqual(all);
});

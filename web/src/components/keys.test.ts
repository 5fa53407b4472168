import { expect, test } from 'vitest';
import { isKey } from './keys';

const enter = { key: 'Enter', isComposing: false, keyCode: 13 };

test('a key is pressed for the page', () => {
  expect(isKey(enter, 'Enter')).toBe(true);
  expect(isKey(enter, 'Escape')).toBe(false);
});

test('a key that ends a composition is not', () => {
  expect(isKey({ ...enter, isComposing: true, keyCode: 229 }, 'Enter')).toBe(false);
  expect(isKey({ ...enter, keyCode: 229 }, 'Enter')).toBe(false);
  expect(isKey({ key: 'Escape', isComposing: true, keyCode: 27 }, 'Escape')).toBe(false);
});

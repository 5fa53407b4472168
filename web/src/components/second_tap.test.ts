import { expect, test } from 'vitest';
import { isSecondTap } from './second_tap';

const first = { x: 100, y: 300, time: 5_000 };

test('a tap in the same place within a second is the second one of a double tap', () => {
  expect(isSecondTap(first, { x: 110, y: 290, time: 5_700 })).toBe(true);
});

test('a later tap, or one elsewhere, is meant', () => {
  expect(isSecondTap(first, { x: 100, y: 300, time: 6_000 })).toBe(false);
  expect(isSecondTap(first, { x: 100, y: 360, time: 5_300 })).toBe(false);
});

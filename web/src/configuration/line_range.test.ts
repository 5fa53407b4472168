import { expect, test } from 'vitest';
import { lineRange } from './line_range';

const text = 'title {\n}\n\nforms';
const lineIn = (line: number) => text.slice(...lineRange(text, line));

test('a line is found by its number', () => {
  expect([1, 2, 3, 4].map(lineIn)).toEqual(['title {', '}', '', 'forms']);
});

test('a line that is not there is the nearest one', () => {
  expect([0, 9].map(lineIn)).toEqual(['title {', 'forms']);
});

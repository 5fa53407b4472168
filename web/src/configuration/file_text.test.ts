import { expect, test } from 'vitest';
import { textOf } from './file_text';

const bytes = (...values: number[]): ArrayBuffer => new Uint8Array(values).buffer;

test('a file is read in the encoding that it is in', () => {
  expect(textOf(new TextEncoder().encode('имя').buffer)).toBe('имя');
  expect(textOf(bytes(0xe8, 0xec, 0xff))).toBe('имя');
});

test('lines end in one way', () => {
  expect(textOf(new TextEncoder().encode('a\r\nb\rc\n').buffer)).toBe('a\nb\nc\n');
});

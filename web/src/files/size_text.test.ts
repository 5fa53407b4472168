import { expect, test } from 'vitest';
import { isShown } from './pictures';
import { sizeText } from './size_text';

// The blank between number and unit does not break.
const plain = (bytes: number) => sizeText(bytes, 'en').replace(/\s/g, ' ');

test('sizes are told in units that people read', () => {
  expect([0, 900, 1024, 1536, 10 * 1024].map(plain)).toEqual(['0 byte', '900 byte', '1 kB', '2 kB', '10 kB']);
  expect([1.5 * 1024 ** 2, 100 * 1024 ** 2, 3 * 1024 ** 3].map(plain)).toEqual(['1.5 MB', '100 MB', '3 GB']);
});

test('nothing but pictures is shown', () => {
  expect(isShown({ mediaType: 'image/png', size: 1n })).toBe(true);
  for (const mediaType of ['image/svg+xml', 'text/html', 'text/plain', 'application/pdf']) {
    expect(isShown({ mediaType, size: 1n })).toBe(false);
  }
  expect(isShown({ mediaType: 'image/png', size: 1_000_000_000n })).toBe(false);
});

import { expect, test } from 'vitest';
import { qrOf } from './qr';

const uri = 'otpauth://totp/Voronka:anna%40shop?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Voronka';

// The modules that the path fills, by `x,y`.
function filled(path: string): Set<string> {
  const found = new Set<string>();
  for (const [, x = '', y = '', width = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g)) {
    for (let at = 0; at < Number(width); ++at) found.add(`${Number(x) + at},${y}`);
  }
  return found;
}

test('the code has its three corners, and white around it', () => {
  const { size, path } = qrOf(uri);
  const dark = filled(path);
  const [near, far] = [4, size - 11];
  for (const [left, top] of [
    [near, near],
    [far, near],
    [near, far],
  ] as const) {
    for (let at = 0; at < 7; ++at) expect(dark.has(`${left + at},${top}`)).toBe(true);
    expect(dark.has(`${left + 1},${top + 1}`)).toBe(false);
    expect(dark.has(`${left + 3},${top + 3}`)).toBe(true);
  }
  const isAtEdge = (module: string) => module.split(',').some((at) => Number(at) < 4 || Number(at) >= size - 4);
  expect([...dark].filter(isAtEdge)).toEqual([]);
});

test('another secret is another code', () => {
  expect(qrOf(uri).path).not.toBe(qrOf(uri.replace('JBSW', 'KBSW')).path);
});

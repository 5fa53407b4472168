import { encode } from 'uqr';

// Around the code, as readers need it, in modules.
const quietZone = 4;

interface Qr {
  // Of a side, in modules.
  size: number;
  // The dark modules as an SVG path, where a module is 1 by 1.
  path: string;
}

// The dark modules of a row, joined where they touch.
function runsIn(row: boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; ++x) {
    if (!row[x]) continue;
    const start = x;
    while (row[x + 1]) ++x;
    path += `M${start} ${y}h${x + 1 - start}v1H${start}z`;
  }
  return path;
}

export function qrOf(text: string): Qr {
  const { size, data } = encode(text, { ecc: 'M', border: quietZone });
  return { size, path: data.map(runsIn).join('') };
}

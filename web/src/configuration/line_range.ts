// Where a line, counted from 1, begins and ends in a text.
export function lineRange(text: string, line: number): [number, number] {
  const lines = text.split('\n');
  const at = Math.min(Math.max(line, 1), lines.length) - 1;
  const start = lines.slice(0, at).reduce((sum, { length }) => sum + length + 1, 0);
  return [start, start + (lines[at]?.length ?? 0)];
}

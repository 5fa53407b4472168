import type { Violation } from '../api/refusal';
import { gathered, type Placed } from '../settings/problems';

export const rowPlace = (at: number): string => `row/${at}`;

// Undefined: it is about the filter as a whole.
function placeOf(path: string): string | undefined {
  const [, at = '0', rest = ''] =
    /^(?:saved_filter\.)?filter\.(?:(?:all|any)\.conditions\[(\d+)\]\.)?(.*)$/.exec(path) ?? [];
  return /\bcomparison\b/.test(rest) ? rowPlace(Number(at)) : undefined;
}

// A refusal at the rows that it is about.
export const placed = (violations: Violation[]): Placed =>
  gathered(violations.map(({ field, text }) => ({ place: placeOf(field), text })));

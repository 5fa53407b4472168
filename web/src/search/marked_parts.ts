import type { SearchMatch } from '../gen/voronka/crm/v1/search_pb';

export interface Part {
  text: string;
  isMarked: boolean;
}

// A text in parts, of which those that match are marked. Marks are in UTF-16 code units, as strings here are.
export function partsOf({ text, marks }: Pick<SearchMatch, 'text' | 'marks'>): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const { begin, end } of marks) {
    if (begin > at) parts.push({ text: text.slice(at, begin), isMarked: false });
    parts.push({ text: text.slice(begin, end), isMarked: true });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), isMarked: false });
  return parts;
}

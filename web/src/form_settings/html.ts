const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

// Somebody's words as HTML: between tags as well as in the quotes of an attribute.
export const escaped = (words: string): string => words.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

// Keeps the lines of a text.
export const escapedLines = (words: string): string =>
  words
    .trim()
    .split(/\s*\n\s*/)
    .map(escaped)
    .join('<br>');

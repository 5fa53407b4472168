import type { KeptFile } from './owner';

// What a browser shows as a picture and nothing else: none of these can hold a script.
const pictures = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);
const largestShown = 20_000_000n;

export const isShown = ({ mediaType, size }: Pick<KeptFile, 'mediaType' | 'size'>): boolean =>
  pictures.has(mediaType) && size <= largestShown;

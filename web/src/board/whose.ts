export type Whose = 'mine' | 'all';

const storageKey = 'voronka-whose';

export function rememberedWhose(): Whose | undefined {
  const kept = localStorage.getItem(storageKey);
  return kept === 'mine' || kept === 'all' ? kept : undefined;
}

export function rememberWhose(whose: Whose): void {
  localStorage.setItem(storageKey, whose);
}

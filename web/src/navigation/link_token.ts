import { useSyncExternalStore } from 'react';

export const joinPath = '/join';

// The link to be given to a user. Browsers send nothing of what follows the `#`: it comes into no log and no referrer.
export const linkWith = (token: string): string => `${location.origin}${joinPath}#${token}`;

const tokenIn = (hash: string): string => hash.replace(/^#/, '').trim();

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

// The token of the link that is open. It stays in the address until it is used, so that the page can be reloaded.
export function useLinkToken(): string {
  return tokenIn(useSyncExternalStore(subscribe, () => location.hash));
}

import { QueryClient } from '@tanstack/react-query';
import { onReturn, retryDelayMs } from '../state/retrying';
import { isUnreachable } from './refusal';

// The live streams keep all lists up to date, so nothing becomes stale with age.
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      networkMode: 'always',
      retry: (_failures, error) => isUnreachable(error),
      retryDelay: (failures) => retryDelayMs(failures),
    },
    mutations: { networkMode: 'always' },
  },
});

// Asks at once for everything that is to be asked for again later, because nobody has answered.
export function retryNow(client: QueryClient): void {
  for (const query of client.getQueryCache().findAll({ fetchStatus: 'fetching' })) {
    if (query.state.fetchFailureCount === 0) continue;
    // Silently: whoever waits for the answer gets the new one.
    void query.cancel({ silent: true });
    query.fetch().catch(() => undefined);
  }
}

// Returns a function that stops it.
export function retryOnReturn(client: QueryClient): () => void {
  return onReturn(() => retryNow(client));
}

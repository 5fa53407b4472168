import { QueryClient } from '@tanstack/react-query';
import { isUnreachable } from './refusal';

const longestPauseMs = 2_000;

// The live streams keep all lists up to date, so nothing becomes stale with age.
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      networkMode: 'always',
      retry: (_failures, error) => isUnreachable(error),
      retryDelay: (attempt) => Math.min(250 * 2 ** attempt, longestPauseMs),
    },
    mutations: { networkMode: 'always' },
  },
});

import { QueryClient } from '@tanstack/react-query';
import { isUnreachable } from './refusal';

const longestPauseMs = 2_000;

// What is listed stays true by the live streams, so nothing grows stale by age.
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

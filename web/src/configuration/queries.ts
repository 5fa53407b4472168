import { keepPreviousData, useInfiniteQuery, useQuery, type QueryClient } from '@tanstack/react-query';
import { configurations } from '../api/configuration_client';
import { fieldSetsKey } from '../fields/field_sets';
import { reread } from '../live/reread';
import { pipelinesKey } from '../pipelines/pipelines';
import type { PlanSource } from './sources';

const solutionsKey = ['solutions'];
const plansKey = ['configuration-plans'];
const versionsKey = ['configuration-versions'];
const pageSize = 30;

// They come with the server, so they are read once.
export function useSolutions() {
  return useQuery({
    queryKey: solutionsKey,
    queryFn: async () => (await configurations.listSolutions({})).solutions,
  });
}

// Compared anew whenever somebody looks: others may have changed the account since.
export function usePlan(source: PlanSource, removeOthers: boolean) {
  return useQuery({
    queryKey: [...plansKey, source.case, String(source.value), removeOthers],
    queryFn: () => configurations.planConfiguration({ source, removeOthers }),
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  });
}

// Newest first, page by page.
export function useVersions() {
  return useInfiniteQuery({
    queryKey: versionsKey,
    queryFn: ({ pageParam }) => configurations.listConfigurationVersions({ pageSize, pageToken: pageParam }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextPageToken || undefined,
    staleTime: 0,
  });
}

// What a version changed never changes.
export function useVersion(version: bigint) {
  return useQuery({
    queryKey: ['configuration-version', String(version)],
    queryFn: () => configurations.getConfigurationVersion({ version }),
  });
}

export function rereadVersions(client: QueryClient): void {
  reread(client, versionsKey);
}

// All that a configuration decides may be another now.
export function rereadConfigured(client: QueryClient): void {
  [versionsKey, pipelinesKey, fieldSetsKey].forEach((key) => reread(client, key));
}

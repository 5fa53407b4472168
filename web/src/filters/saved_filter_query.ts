import { useQuery, type QueryClient } from '@tanstack/react-query';
import { savedFilters } from '../api/filter_client';
import type { Condition } from '../gen/voronka/crm/v1/condition_pb';
import type { FilterSubject, SavedFilter } from '../gen/voronka/crm/v1/saved_filter_pb';
import { currentUserId } from '../people/people';
import { isAdmin } from '../people/rights';
import { currentSession } from '../session/session';
import { isSameFilter } from './filter_link';

const savedFiltersKey = ['saved-filters'];
const pageSize = 1000;

// Those that come with the program first.
async function listSavedFilters(subject: FilterSubject): Promise<SavedFilter[]> {
  const found: SavedFilter[] = [];
  let pageToken = '';
  do {
    const page = await savedFilters.listSavedFilters({ subject, pageSize, pageToken });
    found.push(...page.presets, ...page.savedFilters);
    pageToken = page.nextPageToken;
  } while (pageToken);
  return found;
}

// No event tells of one, so they are read whenever a screen that shows them opens.
export function useSavedFilters(subject: FilterSubject) {
  return useQuery({
    queryKey: [...savedFiltersKey, subject],
    queryFn: () => listSavedFilters(subject),
    refetchOnMount: 'always',
  });
}

export async function rereadSavedFilters(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ queryKey: savedFiltersKey });
}

// The name that the filter has, if it has one.
export const sameAmong = (saved: SavedFilter[] | undefined, filter: Condition | undefined): SavedFilter | undefined =>
  filter && saved?.find((one) => isSameFilter(one.filter, filter));

// The service decides; this only spares people the attempt.
export function mayChangeFilter({ ownerUserId, preset }: Pick<SavedFilter, 'ownerUserId' | 'preset'>): boolean {
  const user = currentSession()?.user;
  return !preset && user !== undefined && (ownerUserId === currentUserId() || isAdmin(user));
}

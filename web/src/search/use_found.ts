import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { search } from '../api/search_client';

const pauseMs = 150;
const mostOfAKind = 5;
const mostTyped = 200;

// What has the typed words. It is asked for anew each time: no change tells whether something is found. `isCurrent`:
// the results are the answer to what is typed by now.
export function useFound(typed: string) {
  const asked = typed.trim().slice(0, mostTyped);
  const [settled] = useDebouncedValue(asked, pauseMs);
  const query = useQuery({
    queryKey: ['search', settled],
    queryFn: async ({ signal }) => (await search.search({ query: settled, pageSize: mostOfAKind }, { signal })).results,
    enabled: settled !== '',
    staleTime: 0,
    gcTime: 0,
    placeholderData: keepPreviousData,
  });
  const isCurrent = settled === asked && !query.isFetching;
  return { query, results: (asked && settled && query.data) || [], isCurrent };
}

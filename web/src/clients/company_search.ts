import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { companies } from '../api/later_clients';
import { soughtBy } from './sought';

const pauseMs = 200;
const mostShown = 8;

// The companies that have such a name or number. They are asked for anew each time: no change of one tells whether it
// is found. `isCurrent`: they are the answer to what is typed by now.
export function useFoundCompanies(typed: string) {
  const [settled] = useDebouncedValue(typed, pauseMs);
  const asked = soughtBy(settled);
  const { data, error, isFetching } = useQuery({
    queryKey: ['companies-found', asked],
    queryFn: async () => (await companies.listCompanies({ ...asked, pageSize: mostShown })).companies,
    enabled: asked !== undefined,
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
  return { found: (asked && data) ?? [], error, isCurrent: settled === typed && !isFetching && !error };
}

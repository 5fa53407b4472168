import { useInfiniteQuery } from '@tanstack/react-query';
import { heldForms } from '../api/clients';
import type { HeldForm_State } from '../gen/voronka/crm/v1/held_form_pb';
import { streamReady } from '../live/readiness';
import { heldFormsKey } from './waiting';

// Newest first, page by page.
export function useHeldForms(state: HeldForm_State) {
  return useInfiniteQuery({
    queryKey: [...heldFormsKey, state],
    queryFn: async ({ pageParam }) => {
      await streamReady();
      return heldForms.listHeldForms({ state, pageToken: pageParam });
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextPageToken || undefined,
  });
}

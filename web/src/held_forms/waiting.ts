import { useQuery } from '@tanstack/react-query';
import { heldForms } from '../api/clients';
import { streamReady } from '../live/readiness';

export const heldFormsKey = ['held-forms'];

// How many forms wait for a review. For those who lead others.
export function useWaitingForms(enabled: boolean): number {
  const { data } = useQuery({
    queryKey: [...heldFormsKey, 'waiting'],
    queryFn: async () => {
      await streamReady();
      return Number((await heldForms.countHeldForms({})).waiting);
    },
    enabled,
  });
  return data ?? 0;
}

import { useQuery } from '@tanstack/react-query';
import { heldForms } from '../api/clients';
import { streamReady } from '../live/readiness';

export const heldFormsKey = ['held-forms'];

// How many wait for somebody to look at them; for who leads.
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

import { useQuery } from '@tanstack/react-query';
import { preferences } from '../api/notifier_clients';

export const preferencesKey = ['preferences'];

// Another device may have changed them meanwhile.
export function usePreferences() {
  return useQuery({
    queryKey: preferencesKey,
    queryFn: () => preferences.getPreferences({}),
    refetchOnMount: 'always',
  });
}

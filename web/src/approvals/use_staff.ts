import { usePeople } from '../people/people';
import { useTeams } from '../people/team_query';
import type { Staff } from './approval_rules';

// Who may stand in for whom.
export function useStaff(): Staff {
  const people = usePeople();
  const teams = useTeams();
  return { people, teams };
}

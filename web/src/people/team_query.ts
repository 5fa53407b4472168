import { useQuery } from '@tanstack/react-query';
import { teams } from '../api/later_clients';
import type { Team } from '../gen/voronka/crm/v1/team_pb';

const pageSize = 1000;

async function listTeams(): Promise<Team[]> {
  const found: Team[] = [];
  let pageToken = '';
  do {
    const page = await teams.listTeams({ pageSize, pageToken });
    found.push(...page.teams);
    pageToken = page.nextPageToken;
  } while (pageToken);
  return found;
}

const noTeams: Team[] = [];

// No event tells of a team, so they are read whenever a screen that shows them opens.
export function useTeams(): Team[] {
  return useQuery({ queryKey: ['teams'], queryFn: listTeams, refetchOnMount: 'always' }).data ?? noTeams;
}

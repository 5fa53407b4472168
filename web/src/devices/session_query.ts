import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { sessions } from '../api/clients';
import type { Session } from '../gen/voronka/crm/v1/session_pb';

const sessionsKey = ['sessions'];
const pageSize = 1000;
// No event tells of a login, or of an end elsewhere.
const everyMs = 60_000;

async function listSessions(userId: bigint): Promise<Session[]> {
  const found: Session[] = [];
  let pageToken = '';
  do {
    const page = await sessions.listSessions({ userId, pageSize, pageToken });
    found.push(...page.sessions);
    pageToken = page.nextPageToken;
  } while (pageToken);
  return found;
}

// The devices on which a user is logged in.
export function useSessions(userId: bigint) {
  return useQuery({
    queryKey: [...sessionsKey, String(userId)],
    queryFn: () => listSessions(userId),
    refetchOnMount: 'always',
    refetchInterval: everyMs,
  });
}

export function useReloadSessions(): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: sessionsKey });
}

// Ends sessions, one after the other. One that has ended already is as good.
export function useEndSessions() {
  const reload = useReloadSessions();
  return useMutation({
    mutationFn: async (ending: Session[]) => {
      for (const { id } of ending) await sessions.revokeSession({ requestId: `end-session-${id}`, sessionId: id });
    },
    onSettled: reload,
  });
}

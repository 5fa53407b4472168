import { useQuery, type QueryClient } from '@tanstack/react-query';
import { roleAccess } from '../api/later_clients';
import type { RoleAccess } from '../gen/voronka/crm/v1/role_access_pb';
import { Role } from '../gen/voronka/options/v1/access_pb';
import { streamReady } from '../live/readiness';
import { amend } from '../live/reread';
import { currentSession } from '../session/session';
import { choosesOwners } from './owner_choice';

export const roleAccessKey = ['role-access'];

const roleAccessQuery = {
  queryKey: roleAccessKey,
  queryFn: async () => {
    await streamReady();
    return (await roleAccess.listRoleAccess({})).roleAccess;
  },
};

// What each role may read. A change makes every list be read again, this one too.
export function useRoleAccess() {
  return useQuery({ ...roleAccessQuery, refetchOnMount: 'always' });
}

// Whether the user may choose whose deals are. The service decides; this only spares people the attempt, and nobody
// waits for it.
export function useChoosesOwners(): boolean {
  const role = currentSession()?.user.role ?? Role.UNSPECIFIED;
  const mayBeLimited = role === Role.MANAGER || role === Role.HEAD_OF_SALES;
  const { data } = useQuery({ ...roleAccessQuery, enabled: mayBeLimited });
  return choosesOwners(role, data);
}

export function putRoleAccess(client: QueryClient, changed: RoleAccess): void {
  const newer = (known: RoleAccess) => (known.role === changed.role && known.etag < changed.etag ? changed : known);
  amend<RoleAccess[]>(client, roleAccessKey, (known) => known.map(newer));
}

import { useQuery, type QueryClient } from '@tanstack/react-query';
import { roleAccess } from '../api/later_clients';
import type { RoleAccess } from '../gen/voronka/crm/v1/role_access_pb';
import { amend } from '../live/reread';

export const roleAccessKey = ['role-access'];

// What each role may read. A change makes every list be read again, this one too.
export function useRoleAccess() {
  return useQuery({
    queryKey: roleAccessKey,
    queryFn: async () => (await roleAccess.listRoleAccess({})).roleAccess,
    refetchOnMount: 'always',
  });
}

export function putRoleAccess(client: QueryClient, changed: RoleAccess): void {
  const newer = (known: RoleAccess) => (known.role === changed.role && known.etag < changed.etag ? changed : known);
  amend<RoleAccess[]>(client, roleAccessKey, (known) => known.map(newer));
}

import { roleAccess } from '../api/later_clients';
import type { RoleAccess } from '../gen/voronka/crm/v1/role_access_pb';
import { putRoleAccess, roleAccessKey } from '../rights/role_access';
import { useDraftedWork } from '../settings/drafted_work';
import { isChanged, messageOf, rebased, workOn } from './draft_access';

// What an admin does to the rights of a role, until they are saved as a whole.
export function useWork(access: RoleAccess) {
  return useDraftedWork(access, {
    words: 'accessSettings',
    draft: `role-access-${access.role}`,
    queryKey: roleAccessKey,
    ...{ workOn, isChanged, rebased, put: putRoleAccess },
    ownProblems: () => ({}),
    send: ({ etag, typed }, requestId) =>
      roleAccess.updateRoleAccess({ requestId, roleAccess: messageOf(access, typed), etag: BigInt(etag) }),
    placed: () => ({ problems: {}, elsewhere: [] }),
  });
}

import type { RoleAccess } from '../gen/voronka/crm/v1/role_access_pb';
import type { Role } from '../gen/voronka/options/v1/access_pb';

// Whether users of a role may choose whose deals are, as far as is known. A role that nobody can limit may.
export function choosesOwners(role: Role, known: RoleAccess[] | undefined): boolean {
  return !known?.some((access) => access.role === role && access.ownerChangeForbidden);
}

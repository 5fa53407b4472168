import type { MessageInitShape } from '@bufbuild/protobuf';
import { ReadScope, type RoleAccess, type RoleAccessSchema } from '../gen/voronka/crm/v1/role_access_pb';
import { pick } from '../settings/merge';

// What a role may read and do, as an admin arranges it.
export interface DraftAccess {
  deals: ReadScope;
  contacts: ReadScope;
  companies: ReadScope;
  exportForbidden: boolean;
  ownerChangeForbidden: boolean;
}

export type Kind = 'deals' | 'contacts' | 'companies';
export const kinds: Kind[] = ['deals', 'contacts', 'companies'];

export const scopes = [
  { scope: ReadScope.ALL, name: 'accessSettings.scopes.all' },
  { scope: ReadScope.TEAM, name: 'accessSettings.scopes.team' },
  { scope: ReadScope.OWN, name: 'accessSettings.scopes.own' },
] as const;

// What an admin has before their eyes, and what they started from. It can be kept as JSON.
export interface Work {
  etag: string;
  from: DraftAccess;
  typed: DraftAccess;
}

const named = (scope: ReadScope): ReadScope => (scope === ReadScope.UNSPECIFIED ? ReadScope.ALL : scope);

export function workOn({ etag, deals, contacts, companies, ...bans }: RoleAccess): Work {
  const { exportForbidden, ownerChangeForbidden } = bans;
  const scopesOf = { deals: named(deals), contacts: named(contacts), companies: named(companies) };
  const typed = { ...scopesOf, exportForbidden, ownerChangeForbidden };
  return { etag: String(etag), from: typed, typed };
}

export const isChanged = ({ from, typed }: Work): boolean => JSON.stringify(from) !== JSON.stringify(typed);

// An admin's work, begun before somebody else has saved, on what is saved now.
export function rebased({ from, typed }: Work, saved: RoleAccess): Work {
  const now = workOn(saved);
  return { ...now, typed: pick(from, typed, now.typed, [...kinds, 'exportForbidden', 'ownerChangeForbidden']) };
}

export const messageOf = (
  { role }: Pick<RoleAccess, 'role'>,
  typed: DraftAccess,
): MessageInitShape<typeof RoleAccessSchema> => ({ role, ...typed });

import { Role } from '../gen/voronka/options/v1/access_pb';

// The roles that a user can have, with the keys of their names.
export const roles = [
  { role: Role.MANAGER, name: 'roles.manager', hint: 'roles.managerHint' },
  { role: Role.HEAD_OF_SALES, name: 'roles.headOfSales', hint: 'roles.headOfSalesHint' },
  { role: Role.DIRECTOR, name: 'roles.director', hint: 'roles.directorHint' },
  { role: Role.ADMIN, name: 'roles.admin', hint: 'roles.adminHint' },
];

// Those who always see and change every field.
export const unlimitedRoles: Role[] = [Role.DIRECTOR, Role.ADMIN];

const textOf = (wanted: Role, text: 'name' | 'hint'): string => roles.find(({ role }) => role === wanted)?.[text] ?? '';

export const roleName = (role: Role): string => textOf(role, 'name');
export const roleHint = (role: Role): string => textOf(role, 'hint');

// Who changes what is for these roles to change. Those who always may are named only if nobody else may.
export function changersAmong(named: Role[]): Role[] {
  const others = named.filter((role) => !unlimitedRoles.includes(role));
  return others.length > 0 ? others : unlimitedRoles;
}

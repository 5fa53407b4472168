import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { RoleAccessSchema } from '../gen/voronka/crm/v1/role_access_pb';
import { Role } from '../gen/voronka/options/v1/access_pb';
import { choosesOwners } from './owner_choice';

const known = [
  create(RoleAccessSchema, { role: Role.MANAGER, ownerChangeForbidden: true }),
  create(RoleAccessSchema, { role: Role.HEAD_OF_SALES }),
];

test('whose deals are is for those whom nobody keeps from choosing it', () => {
  expect(choosesOwners(Role.MANAGER, known)).toBe(false);
  expect(choosesOwners(Role.HEAD_OF_SALES, known)).toBe(true);
  expect(choosesOwners(Role.ADMIN, known)).toBe(true);
});

test('until it is known, they may try', () => {
  expect(choosesOwners(Role.MANAGER, undefined)).toBe(true);
});

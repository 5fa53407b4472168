import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { ReadScope, RoleAccessSchema, type RoleAccess } from '../gen/voronka/crm/v1/role_access_pb';
import { Role } from '../gen/voronka/options/v1/access_pb';
import { isChanged, messageOf, rebased, workOn } from './draft_access';

const access = (parts: Partial<Pick<RoleAccess, 'etag' | 'deals' | 'contacts'>> = {}): RoleAccess =>
  create(RoleAccessSchema, { role: Role.MANAGER, etag: 1n, ...parts });

test('a scope that nobody has set is everything', () => {
  const work = workOn(access());
  expect(work.typed.deals).toBe(ReadScope.ALL);
  expect(isChanged(work)).toBe(false);
});

test('what is saved is what was chosen', () => {
  const { from, typed, ...rest } = workOn(access({ deals: ReadScope.TEAM }));
  const changed = { ...rest, from, typed: { ...typed, deals: ReadScope.OWN } };
  expect(isChanged(changed)).toBe(true);
  expect(messageOf(access(), changed.typed)).toMatchObject({ role: Role.MANAGER, deals: ReadScope.OWN });
});

test('work goes on from what somebody else has saved meanwhile', () => {
  const work = workOn(access());
  const mine = { ...work, typed: { ...work.typed, deals: ReadScope.OWN, ownerChangeForbidden: true } };
  const theirs = access({ etag: 2n, deals: ReadScope.TEAM, contacts: ReadScope.TEAM });
  expect(rebased(mine, theirs)).toMatchObject({
    etag: '2',
    typed: { deals: ReadScope.OWN, contacts: ReadScope.TEAM, companies: ReadScope.ALL, ownerChangeForbidden: true },
  });
});

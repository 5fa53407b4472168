import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { UserSchema } from '../gen/voronka/crm/v1/user_pb';
import { Role } from '../gen/voronka/options/v1/access_pb';
import { mayChangeOf } from './rights';

const userWith = (role: Role) => create(UserSchema, { id: 2n, role });

test('a manager changes only what they are responsible for', () => {
  const anna = userWith(Role.MANAGER);
  expect(mayChangeOf(anna, 2n)).toBe(true);
  expect(mayChangeOf(anna, 3n)).toBe(false);
  expect(mayChangeOf(anna, 0n)).toBe(false);
});

test('whoever leads others changes everything', () => {
  for (const role of [Role.HEAD_OF_SALES, Role.DIRECTOR, Role.ADMIN]) {
    expect(mayChangeOf(userWith(role), 3n)).toBe(true);
  }
});

test('nobody changes anything without a session', () => {
  expect(mayChangeOf(undefined, 0n)).toBe(false);
});

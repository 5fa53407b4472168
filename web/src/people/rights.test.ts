import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { Deal_State } from '../gen/voronka/crm/v1/deal_pb';
import { UserSchema } from '../gen/voronka/crm/v1/user_pb';
import { Role } from '../gen/voronka/options/v1/access_pb';
import { sessionState } from '../session/session';
import { isClosedFor, mayChangeOf } from './rights';

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

test('a closed deal is closed for good for whoever may not reopen it', () => {
  const logIn = (role: Role) =>
    sessionState.set({ phase: 'signed-in', session: { id: 1n, accessToken: '', expireTime: 0, user: userWith(role) } });
  logIn(Role.MANAGER);
  expect(isClosedFor({ state: Deal_State.LOST })).toBe(true);
  expect(isClosedFor({ state: Deal_State.WON })).toBe(true);
  expect(isClosedFor({ state: Deal_State.OPEN })).toBe(false);
  logIn(Role.HEAD_OF_SALES);
  expect(isClosedFor({ state: Deal_State.LOST })).toBe(false);
});

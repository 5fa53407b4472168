import { create } from '@bufbuild/protobuf';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { expect, test } from 'vitest';
import { serverNow } from '../clock/server_clock';
import { Deal_State, DealSchema } from '../gen/voronka/crm/v1/deal_pb';
import { UserSchema } from '../gen/voronka/crm/v1/user_pb';
import { Role } from '../gen/voronka/options/v1/access_pb';
import { sessionState } from '../session/session';
import { isClosedFor, mayChangeOf, mayEditField } from './rights';

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

test('a field that is for some roles is changed by them, by directors and by admins', () => {
  const mayEdit = (editableBy: Role[]) => (role: Role) => mayEditField({ editableBy }, userWith(role));
  expect([Role.MANAGER, Role.HEAD_OF_SALES].map(mayEdit([Role.HEAD_OF_SALES]))).toEqual([false, true]);
  expect([Role.DIRECTOR, Role.ADMIN].map(mayEdit([Role.MANAGER]))).toEqual([true, true]);
  expect(mayEdit([])(Role.MANAGER)).toBe(true);
});

const logIn = (role: Role) =>
  sessionState.set({ phase: 'signed-in', session: { id: 1n, accessToken: '', expireTime: 0, user: userWith(role) } });
const dayMs = 86_400_000;
const closed = (state: Deal_State, daysAgo = 0, responsibleUserId = 2n) =>
  create(DealSchema, { state, responsibleUserId, closeTime: timestampFromMs(serverNow() - daysAgo * dayMs) });

test('a closed deal is closed for good for whoever may not reopen it', () => {
  logIn(Role.MANAGER);
  expect(isClosedFor(closed(Deal_State.LOST), undefined)).toBe(true);
  expect(isClosedFor(closed(Deal_State.LOST), { reopenDays: 0 })).toBe(true);
  expect(isClosedFor(closed(Deal_State.WON), { reopenDays: 30 })).toBe(true);
  expect(isClosedFor(closed(Deal_State.OPEN), undefined)).toBe(false);
  logIn(Role.HEAD_OF_SALES);
  expect(isClosedFor(closed(Deal_State.LOST, 4000), undefined)).toBe(false);
});

test('a manager reopens what they lost lately', () => {
  logIn(Role.MANAGER);
  expect(isClosedFor(closed(Deal_State.LOST, 29), { reopenDays: 30 })).toBe(false);
  expect(isClosedFor(closed(Deal_State.LOST, 31), { reopenDays: 30 })).toBe(true);
  expect(isClosedFor(closed(Deal_State.LOST, 1, 3n), { reopenDays: 30 })).toBe(true);
});

import { create } from '@bufbuild/protobuf';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { expect, test } from 'vitest';
import { Approval_State, Approval_Withdrawal, ApprovalSchema } from '../gen/voronka/crm/v1/approval_pb';
import { User_State, UserSchema } from '../gen/voronka/crm/v1/user_pb';
import { Role } from '../gen/voronka/options/v1/access_pb';
import { mayAnswer, mayWithdraw, standing } from './approval_rules';

const person = (id: bigint, role: Role, deputyUserId = 0n, state = User_State.ACTIVE) =>
  create(UserSchema, { id, role, deputyUserId, state });

const anna = person(2n, Role.MANAGER);
const boris = person(3n, Role.MANAGER);
const galina = person(4n, Role.HEAD_OF_SALES, 5n);
const gone = person(5n, Role.MANAGER, 3n, User_State.DISABLED);
const darya = person(6n, Role.DIRECTOR);
const everybody = [anna, boris, galina, gone, darya];
const staffOf = (users: typeof everybody, teams: { headUserId: bigint; deputyUserId: bigint }[] = []) => ({
  people: new Map(users.map((user) => [user.id, user])),
  teams,
});
const staff = staffOf(everybody);

const asked = (more: object = {}) =>
  create(ApprovalSchema, {
    ...{ id: 1n, pipeline: 'sales', stage: 'talks', state: Approval_State.ASKED, role: Role.HEAD_OF_SALES },
    ...{ askerUserId: 2n, approverUserId: 4n, createTime: timestampFromMs(2_000) },
    ...more,
  });

test('an approval is given by whoever is asked, their deputy, and those above', () => {
  for (const user of [galina, boris, darya]) expect(mayAnswer(asked(), user, staff)).toBe(true);
  expect(mayAnswer(asked(), anna, staff)).toBe(false);
  expect(mayAnswer(asked({ askerUserId: 3n }), boris, staff)).toBe(false);
  expect(mayAnswer(asked({ role: Role.DIRECTOR, approverUserId: 6n }), galina, staff)).toBe(false);
});

test('the deputy of a team answers for its head', () => {
  const alone = person(4n, Role.HEAD_OF_SALES);
  const users = [anna, boris, alone, darya];
  expect(mayAnswer(asked(), boris, staffOf(users))).toBe(false);
  expect(mayAnswer(asked(), boris, staffOf(users, [{ headUserId: 4n, deputyUserId: 3n }]))).toBe(true);
});

test('who has lost the role since answers no more, nor whoever stood in for them', () => {
  const former = person(4n, Role.MANAGER, 3n);
  const users = [anna, boris, former, darya];
  expect(mayAnswer(asked(), former, staffOf(users))).toBe(false);
  expect(mayAnswer(asked(), boris, staffOf(users))).toBe(false);
  expect(mayAnswer(asked({ approverUserId: 3n }), boris, staffOf(users))).toBe(false);
  expect(mayAnswer(asked({ approverUserId: 3n }), boris, staff)).toBe(true);
});

test('a request is taken back by who asked, by who has the deal, and by who leads', () => {
  const deal = { responsibleUserId: 3n };
  for (const user of [anna, boris, darya]) expect(mayWithdraw(asked(), deal, user)).toBe(true);
  expect(mayWithdraw(asked(), { responsibleUserId: 2n }, boris)).toBe(false);
});

test('the latest approval for a stage counts until the deal moves', () => {
  const deal = { stageEnterTime: timestampFromMs(1_000) };
  const refused = asked({ id: 2n, state: Approval_State.REFUSED });
  const given = asked({ id: 1n, state: Approval_State.GIVEN });
  expect(standing([refused, given], deal)).toEqual([refused]);
  expect(standing([asked({ state: Approval_State.WITHDRAWN })], deal)).toEqual([]);
  expect(standing([given], { stageEnterTime: timestampFromMs(3_000) })).toEqual([]);
});

test('one that a change of the deal has outdated is shown until somebody asks again', () => {
  const deal = { stageEnterTime: timestampFromMs(1_000) };
  const withdrawn = (withdrawal: Approval_Withdrawal) => asked({ state: Approval_State.WITHDRAWN, withdrawal });
  const outdated = withdrawn(Approval_Withdrawal.CHANGED);
  expect(standing([outdated], deal)).toEqual([outdated]);
  const again = asked({ id: 2n });
  expect(standing([again, outdated], deal)).toEqual([again]);
  expect(standing([withdrawn(Approval_Withdrawal.TAKEN_BACK)], deal)).toEqual([]);
});

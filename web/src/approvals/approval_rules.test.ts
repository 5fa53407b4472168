import { create } from '@bufbuild/protobuf';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { expect, test } from 'vitest';
import { Approval_State, ApprovalSchema } from '../gen/voronka/crm/v1/approval_pb';
import { Deal_State } from '../gen/voronka/crm/v1/deal_pb';
import { User_State, UserSchema } from '../gen/voronka/crm/v1/user_pb';
import { Role } from '../gen/voronka/options/v1/access_pb';
import { mayAnswer, standing } from './approval_rules';

const person = (id: bigint, role: Role, deputyUserId = 0n, state = User_State.ACTIVE) =>
  create(UserSchema, { id, role, deputyUserId, state });

const anna = person(2n, Role.MANAGER);
const boris = person(3n, Role.MANAGER);
const galina = person(4n, Role.HEAD_OF_SALES, 5n);
const gone = person(5n, Role.MANAGER, 3n, User_State.DISABLED);
const darya = person(6n, Role.DIRECTOR);
const people = new Map([anna, boris, galina, gone, darya].map((user) => [user.id, user]));

const asked = (more: object = {}) =>
  create(ApprovalSchema, {
    ...{ id: 1n, pipeline: 'sales', stage: 'talks', state: Approval_State.ASKED, role: Role.HEAD_OF_SALES },
    ...{ askerUserId: 2n, approverUserId: 4n, createTime: timestampFromMs(2_000) },
    ...more,
  });

test('an approval is given by whoever is asked, their deputy, and those above', () => {
  for (const user of [galina, boris, darya]) expect(mayAnswer(asked(), user, people)).toBe(true);
  expect(mayAnswer(asked(), anna, people)).toBe(false);
  expect(mayAnswer(asked({ askerUserId: 3n }), boris, people)).toBe(false);
  expect(mayAnswer(asked({ role: Role.DIRECTOR, approverUserId: 6n }), galina, people)).toBe(false);
});

test('the latest approval for a stage counts until the deal moves', () => {
  const deal = { state: Deal_State.OPEN, stageEnterTime: timestampFromMs(1_000) };
  const refused = asked({ id: 2n, state: Approval_State.REFUSED });
  const given = asked({ id: 1n, state: Approval_State.GIVEN });
  expect(standing([refused, given], deal)).toEqual([refused]);
  expect(standing([asked({ state: Approval_State.WITHDRAWN })], deal)).toEqual([]);
  expect(standing([given], { ...deal, stageEnterTime: timestampFromMs(3_000) })).toEqual([]);
  expect(standing([given], { ...deal, state: Deal_State.WON })).toEqual([]);
});

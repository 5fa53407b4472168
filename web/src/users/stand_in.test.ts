import { create, type MessageInitShape } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { TeamSchema } from '../gen/voronka/crm/v1/team_pb';
import { User_State, UserSchema } from '../gen/voronka/crm/v1/user_pb';
import { Role } from '../gen/voronka/options/v1/access_pb';
import { standInOf } from './stand_in';

const user = (id: bigint, fields: MessageInitShape<typeof UserSchema> = {}) =>
  create(UserSchema, { id, role: Role.MANAGER, state: User_State.ACTIVE, ...fields });
const disabled = { state: User_State.DISABLED };
const team = create(TeamSchema, { id: 9n, headUserId: 3n, deputyUserId: 4n });

function whoStandsInFor(id: bigint, ...users: ReturnType<typeof user>[]): bigint | undefined {
  const people = new Map(users.map((one) => [one.id, one]));
  const [absent] = users.filter((one) => one.id === id);
  return absent && standInOf(absent, people, [team])?.id;
}

test('the deputy comes first, then the deputy’s deputy', () => {
  const anna = user(1n, { deputyUserId: 2n, teamId: 9n });
  expect(whoStandsInFor(1n, anna, user(2n), user(3n))).toBe(2n);
  expect(whoStandsInFor(1n, anna, user(2n, { ...disabled, deputyUserId: 5n }), user(3n), user(5n))).toBe(5n);
});

test('two who are each other’s deputies are passed over', () => {
  const anna = user(1n, { deputyUserId: 2n, teamId: 9n });
  expect(whoStandsInFor(1n, anna, user(2n, { ...disabled, deputyUserId: 1n }), user(3n))).toBe(3n);
});

test('without a deputy it is the head of the team, then the team’s deputy', () => {
  const anna = user(1n, { teamId: 9n });
  expect(whoStandsInFor(1n, anna, user(3n), user(4n))).toBe(3n);
  expect(whoStandsInFor(1n, anna, user(3n, disabled), user(4n))).toBe(4n);
  expect(whoStandsInFor(3n, user(3n, { teamId: 9n }), user(4n))).toBe(4n);
});

test('else the head of sales, the director or the admin with the lowest id; or nobody', () => {
  const anna = user(1n);
  const admin = user(5n, { role: Role.ADMIN });
  const heads = [user(8n, { role: Role.HEAD_OF_SALES }), user(7n, { role: Role.HEAD_OF_SALES })];
  expect(whoStandsInFor(1n, anna, admin, ...heads)).toBe(7n);
  expect(whoStandsInFor(1n, anna, admin)).toBe(5n);
  expect(whoStandsInFor(5n, anna, admin)).toBeUndefined();
});

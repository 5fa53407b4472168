import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { User_State, UserSchema } from '../gen/voronka/crm/v1/user_pb';
import { listedUsers } from './user_list';

const user = (id: bigint, displayName: string, state = User_State.ACTIVE) =>
  create(UserSchema, { id, displayName, login: `user${id}@shop`, state });

const users = [
  user(1n, 'Семён'),
  user(2n, 'Анна', User_State.INVITED),
  user(3n, 'Борис', User_State.DISABLED),
  user(4n, 'Анна'),
];

const ids = (...[listed, words = '']: [listed: 'present' | 'disabled', words?: string]) =>
  listedUsers(users, listed, words).map(({ id }) => id);

test('whoever works here or is invited is listed by name, apart from the disabled', () => {
  expect(ids('present')).toEqual([2n, 4n, 1n]);
  expect(ids('disabled')).toEqual([3n]);
});

test('a user is found by name or login', () => {
  expect(ids('present', ' СЕМЕН')).toEqual([1n]);
  expect(ids('present', 'user4@')).toEqual([4n]);
  expect(ids('present', 'Борис')).toEqual([]);
});

import { create } from '@bufbuild/protobuf';
import { Code } from '@connectrpc/connect';
import { expect, test } from 'vitest';
import type { Refusal } from '../api/refusal';
import { UserSchema } from '../gen/voronka/crm/v1/user_pb';
import { Role } from '../gen/voronka/options/v1/access_pb';
import { changesOf, otherProblem, userProblems } from './user_fields';

const anna = create(UserSchema, { displayName: 'Анна', login: 'anna@shop', role: Role.MANAGER, teamId: 3n });

test('only what has been changed is sent', () => {
  expect(changesOf(anna, { displayName: ' Анна Петрова ', login: 'anna@shop', teamId: 0n })).toEqual({
    user: { displayName: 'Анна Петрова', teamId: 0n },
    paths: ['display_name', 'team_id'],
  });
  expect(changesOf(anna, { displayName: 'Анна ' })).toEqual({ user: {}, paths: [] });
});

test('what a colleague has changed meanwhile stays', () => {
  const later = create(UserSchema, { ...anna, role: Role.DIRECTOR });
  expect(changesOf(later, { timeZone: 'Asia/Omsk' }).paths).toEqual(['time_zone']);
});

const refusal = (reason: string, fields: Refusal['fields'] = {}): Refusal => ({
  code: Code.FailedPrecondition,
  reason,
  metadata: {},
  message: 'Нельзя.',
  fields,
  violations: [],
});

test('a login in use and the last admin are shown at their fields', () => {
  expect(userProblems(refusal('LOGIN_TAKEN'))).toEqual({ login: 'Нельзя.' });
  expect(userProblems(refusal('LAST_ADMIN'))).toEqual({ role: 'Нельзя.' });
  expect(otherProblem(refusal('LAST_ADMIN'))).toBeUndefined();
});

test('violations are shown at their fields, and anything else under them', () => {
  const violations = { 'user.time_zone': 'Такого пояса нет.' };
  expect(userProblems(refusal('UNKNOWN_TIME_ZONE', violations))).toEqual({ timeZone: 'Такого пояса нет.' });
  expect(otherProblem(refusal('STALE_ETAG'))).toBe('Нельзя.');
  expect(otherProblem(null)).toBeUndefined();
});

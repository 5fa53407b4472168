import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { Form_State, FormSchema } from '../gen/voronka/crm/v1/form_pb';
import { QueueSchema } from '../gen/voronka/crm/v1/queue_pb';
import { User_State, UserSchema } from '../gen/voronka/crm/v1/user_pb';
import { isAllDone, stepsOf, type Had } from './steps';

const user = (id: bigint, state: User_State) => [id, create(UserSchema, { id, state })] as const;
const admin = user(1n, User_State.ACTIVE);
const bare: Had = { people: new Map([admin]), queues: [], forms: [], deals: 0 };
const done = (had: Partial<Had>) =>
  stepsOf({ ...bare, ...had }, 1n)
    .filter(({ isDone }) => isDone)
    .map(({ key }) => key);
const queue = (memberUserIds: bigint[], paused = false) => create(QueueSchema, { memberUserIds, paused });

test('a new account has done nothing', () => {
  expect(done({})).toEqual([]);
});

test('somebody else counts once they are invited, and no longer when they are disabled', () => {
  expect(done({ people: new Map([admin, user(2n, User_State.INVITED)]) })).toEqual(['people']);
  expect(done({ people: new Map([admin, user(2n, User_State.DISABLED)]) })).toEqual([]);
});

test('a queue counts if somebody gets what comes to it', () => {
  expect(done({ queues: [queue([1n])] })).toEqual(['queue']);
  expect(done({ queues: [queue([1n], true)] })).toEqual([]);
  expect(done({ queues: [queue([2n])] })).toEqual([]);
  expect(done({ people: new Map([admin, user(2n, User_State.INVITED)]), queues: [queue([2n])] })).toEqual(['people']);
});

test('a queue of the admin alone does not count once somebody else is there', () => {
  const people = new Map([admin, user(2n, User_State.ACTIVE)]);
  expect(done({ people, queues: [queue([1n])] })).toEqual(['people']);
  expect(done({ people, queues: [queue([1n, 2n])] })).toEqual(['people', 'queue']);
});

test('a form counts if it accepts what is sent', () => {
  expect(done({ forms: [create(FormSchema, { state: Form_State.ACTIVE })] })).toEqual(['source']);
  expect(done({ forms: [create(FormSchema, { state: Form_State.DISABLED })] })).toEqual([]);
  expect(done({ forms: [create(FormSchema, { archiveTime: { seconds: 1n } })] })).toEqual([]);
});

test('all is done at the end', () => {
  const people = new Map([admin, user(2n, User_State.ACTIVE)]);
  const steps = stepsOf({ people, queues: [queue([2n])], forms: [create(FormSchema)], deals: 1 }, 1n);
  expect(isAllDone(steps)).toBe(true);
  expect(isAllDone(stepsOf(bare, 1n))).toBe(false);
});

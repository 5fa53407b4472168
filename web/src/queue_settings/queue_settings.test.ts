import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { PipelineSchema, Stage_Kind } from '../gen/voronka/crm/v1/pipeline_pb';
import { QueueSchema } from '../gen/voronka/crm/v1/queue_pb';
import { User_State, UserSchema } from '../gen/voronka/crm/v1/user_pb';
import { Role } from '../gen/voronka/options/v1/access_pb';
import { isChanged, messageOf, workOn, type DraftQueue } from './draft';
import { pathOf, placeAt, placesIn } from './place';
import { ownProblems, placed } from './problems';
import { rebased } from './rebase';
import { secondsOf, typedTime } from './take_time';

const queue = create(QueueSchema, {
  ...{ id: 1n, pipeline: 'sales', stage: 'new', etag: 3n },
  ...{ memberUserIds: [5n, 6n, 7n], escalateToUserIds: [2n], takeWithin: { seconds: 300n } },
});
const typed = (change: Partial<DraftQueue>) => ({ ...workOn(queue, []).typed, ...change });

test('a time is shown in the largest unit that needs no fraction', () => {
  expect(typedTime(300)).toEqual({ number: '5', unit: 'minute' });
  expect(typedTime(5_400)).toEqual({ number: '90', unit: 'minute' });
  expect(typedTime(7_200)).toEqual({ number: '2', unit: 'hour' });
  expect(typedTime(604_800)).toEqual({ number: '7', unit: 'day' });
  expect(typedTime(61)).toEqual({ number: '61', unit: 'second' });
});

test('a time is from a second to seven days', () => {
  expect(secondsOf({ number: ' 1,5 ', unit: 'hour' })).toBe(5_400);
  expect(secondsOf({ number: '1', unit: 'second' })).toBe(1);
  expect(secondsOf({ number: '168', unit: 'hour' })).toBe(604_800);
  for (const number of ['', '0', '-5', 'пять', '1e3', '169'])
    expect(secondsOf({ number, unit: 'hour' })).toBeUndefined();
});

test('what is typed is sent as the service takes it, and what is not touched is not changed', () => {
  const work = workOn(queue, []);
  expect(isChanged(work)).toBe(false);
  expect(messageOf(queue, work.typed)).toEqual({
    ...{ pipeline: 'sales', stage: 'new', paused: false },
    ...{ memberUserIds: [5n, 6n, 7n], escalateToUserIds: [2n], takeWithin: { seconds: 300n } },
  });
});

test('a new queue escalates to the heads of sales who work', () => {
  const head = { role: Role.HEAD_OF_SALES, state: User_State.ACTIVE };
  const people = [
    create(UserSchema, { id: 2n, ...head }),
    create(UserSchema, { id: 3n, ...head, state: User_State.DISABLED }),
    create(UserSchema, { id: 4n, role: Role.MANAGER, state: User_State.ACTIVE }),
  ];
  expect(workOn(undefined, people)).toMatchObject({ etag: '0', typed: { members: [], escalation: ['2'] } });
});

test('a queue without people or with no time is not sent', () => {
  const wrong = typed({ members: [], escalation: [], time: { number: '8', unit: 'day' } });
  expect(Object.keys(ownProblems(wrong, (key) => key))).toEqual(['members', 'escalation', 'time']);
  expect(ownProblems(typed({}), (key) => key)).toEqual({});
});

test('a refusal stands at what it is about', () => {
  const violation = (field: string, text: string) => ({ reason: '', field, text });
  const { problems, elsewhere } = placed(
    [
      violation('queue.member_user_ids', 'Все отключены.'),
      violation('queue.member_user_ids[1]', 'Нет такого.'),
      violation('queue.member_user_ids[1]', 'Назван дважды.'),
      violation('queue.escalate_to_user_ids[0]', 'Нет такого.'),
      violation('queue.take_within', 'Слишком долго.'),
      violation('queue.pipeline', 'Воронка в архиве.'),
    ],
    typed({}),
  );
  expect(problems).toEqual({
    members: 'Все отключены.',
    'members/6': 'Нет такого. Назван дважды.',
    'escalation/2': 'Нет такого.',
    time: 'Слишком долго.',
  });
  expect(elsewhere).toEqual(['Воронка в архиве.']);
});

test('two people who change a queue at once keep what each has done', () => {
  const mine = { ...workOn(queue, []), typed: typed({ members: ['6', '5', '7', '9'] }) };
  const theirs = create(QueueSchema, { ...queue, etag: 4n, memberUserIds: [5n, 7n, 8n], paused: true });
  const both = rebased(mine, workOn(theirs, []));
  expect(both.etag).toBe('4');
  expect(both.typed).toMatchObject({ members: ['5', '7', '8', '9'], paused: true });
});

test('only open stages can have a queue', () => {
  const stage = (key: string, kind: Stage_Kind) => ({ key, kind });
  const pipeline = create(PipelineSchema, {
    key: 'sales',
    stages: [stage('new', Stage_Kind.INCOMING), stage('work', Stage_Kind.OPEN), stage('won', Stage_Kind.WON)],
  });
  expect(placesIn(pipeline).map(pathOf)).toEqual(['/settings/queues/sales-new', '/settings/queues/sales-work']);
  expect(placeAt([pipeline], 'sales-work')?.stage.key).toBe('work');
  expect(placeAt([pipeline], 'sales-won')).toBeUndefined();
});

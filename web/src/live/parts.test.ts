import { expect, test } from 'vitest';
import { downTwice, partsDown } from './parts';

const answer = (services: object) => ({ ready: true, services });

test('the gateway says which parts are down', () => {
  expect(partsDown(answer({ crm: 'serving', distribution: 'serving', notifier: 'serving' }))).toEqual([]);
  expect(partsDown(answer({ crm: 'serving', distribution: 'serving', notifier: 'down' }))).toEqual(['notifier']);
  expect(partsDown(answer({ crm: 'down', distribution: 'down', notifier: 'down' }))).toEqual([
    'crm',
    'distribution',
    'notifier',
  ]);
});

test('a part that has no words here is passed over', () => {
  expect(partsDown(answer({ reports: 'down' }))).toEqual([]);
});

test.each([null, undefined, 'Bad Gateway', {}, { services: null }, { services: 'down' }, []])(
  'another answer says nothing about the parts: %j',
  (other) => expect(partsDown(other)).toEqual([]),
);

test('a part is down once two looks in a row have found it so', () => {
  expect(downTwice([], ['notifier'])).toEqual([]);
  expect(downTwice(['notifier'], ['notifier'])).toEqual(['notifier']);
  expect(downTwice(['notifier'], ['notifier', 'crm'])).toEqual(['notifier']);
  expect(downTwice(['notifier'], [])).toEqual([]);
});

import { expect, test } from 'vitest';
import { byLogin, continued, type Move, type Note } from './storage';

const move = (requestId: string, fields: Partial<Move> = {}): Move => ({
  requestId,
  act: 'move',
  dealId: '7',
  dealName: 'Кабель',
  login: 'anna@one',
  time: 0,
  pipeline: 'sales',
  stage: 'accepted',
  stageName: 'Принято',
  lossReason: '',
  lossComment: '',
  deadline: 0,
  epoch: '3',
  ...fields,
});

const done = move('done');

test('later moves of the deal continue from the new epoch', () => {
  expect(continued([done, move('later')], done, '4')).toEqual([move('later', { epoch: '4' })]);
});

test('moves of the same number in another account, of other deals and of other epochs stay as they are', () => {
  const others = [move('account', { login: 'anna@two' }), move('deal', { dealId: '8' }), move('epoch', { epoch: '2' })];
  expect(continued(others, done, '4')).toEqual([]);
});

test('a note has no epoch', () => {
  const note: Note = {
    requestId: 'n',
    act: 'note',
    dealId: '7',
    dealName: '',
    login: 'anna@one',
    time: 0,
    text: 'Ждёт',
  };
  expect(continued([note], done, '4')).toEqual([]);
});

test('what waits is told by its login', () => {
  const changes = [move('1'), move('2', { login: 'anna@two' }), move('3'), move('4', { login: '' })];
  const ids = [...byLogin(changes)].map(([login, kept]) => [login, kept.map(({ requestId }) => requestId)]);
  expect(ids).toEqual([
    ['anna@one', ['1', '3']],
    ['anna@two', ['2']],
  ]);
});

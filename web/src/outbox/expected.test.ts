import { expect, test } from 'vitest';
import { dealsOf, expectedMove } from './expected';
import type { Move, Note } from './storage';

const move = { requestId: 'm', act: 'move', dealId: '7', stage: 'price_sent' } as Move;
const take = { requestId: 't', act: 'take', dealId: '7', stage: 'accepted' } as Move;
const note = { requestId: 'n', act: 'note', dealId: '8' } as Note;

test('a take that waits for the connection is not shown as made', () => {
  expect(expectedMove([take], false)).toBeUndefined();
  expect(expectedMove([take], true)).toBe(take);
});

test('a move is shown as made, after a take that waits too', () => {
  expect(expectedMove([move, note], false)).toBe(move);
  expect(expectedMove([take, move], false)).toBe(move);
});

test('deals whose changes have been sent are shown anew as well', () => {
  expect(dealsOf([take, move], [note])).toEqual(['7', '8']);
});

import { expect, test } from 'vitest';
import { choiceIn } from './stored_choice';

test('a decision is read as it was stored', () => {
  expect(choiceIn('{"pushes":"on","asked":true}')).toEqual({ pushes: 'on', asked: true });
  expect(choiceIn('{"asked":true}')).toEqual({ asked: true });
});

test.each([null, '', 'null', '7', '{', '{"pushes":"maybe","asked":"yes"}'])('%s is no decision', (stored) => {
  const { pushes, asked } = choiceIn(stored);
  expect(pushes).toBeUndefined();
  expect(asked ?? false).toBe(false);
});

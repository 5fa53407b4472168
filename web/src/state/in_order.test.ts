import { expect, test } from 'vitest';
import { InOrder } from './in_order';

// Calls that are answered when the test says so, in whichever order.
function calls() {
  const sent: string[] = [];
  const answers: (() => void)[] = [];
  const act = (name: string) => () => {
    sent.push(name);
    return new Promise<void>((resolve) => answers.push(resolve));
  };
  const answer = async () => {
    answers.shift()?.();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { sent, act, answer };
}

test('what is wanted is sent one at a time, in order', async () => {
  const { sent, act, answer } = calls();
  const order = new InOrder();
  for (const name of ['call', 'pack', 'car']) order.add(name, act(name));
  expect(sent).toEqual(['call']);
  await answer();
  expect(sent).toEqual(['call', 'pack']);
  await answer();
  await answer();
  expect(sent).toEqual(['call', 'pack', 'car']);
});

test('of what is wanted of one thing meanwhile, only the last is sent', async () => {
  const { sent, act, answer } = calls();
  const order = new InOrder();
  order.add('call', act('tick'));
  order.add('call', act('untick'));
  order.add('call', act('tick again'));
  expect(order.waits('call')).toBe(true);
  await answer();
  expect(sent).toEqual(['tick', 'tick again']);
  expect(order.waits('call')).toBe(false);
  await answer();
  order.add('call', act('untick again'));
  expect(sent).toEqual(['tick', 'tick again', 'untick again']);
});

import { create } from '@bufbuild/protobuf';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  DeliveryStep_Kind as Kind,
  DeliveryStepSchema,
  type DeliveryStep,
} from '../gen/voronka/notifier/v1/delivery_pb';
import { follow, wordOf } from './trial_story';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const step = (kind: Kind): DeliveryStep => create(DeliveryStepSchema, { kind, text: Kind[kind] });
const way = (...steps: (DeliveryStep | undefined)[]) => steps.filter((one) => one !== undefined);
const [made, pushed, shown, refused] = [Kind.MADE, Kind.PUSHED, Kind.SHOWN, Kind.REFUSED].map(step);

// What is told of a way that goes on with each call; the last answer stays. An answer of `undefined` fails.
async function told(answers: (DeliveryStep[] | undefined)[], signal = new AbortController().signal) {
  const texts: string[] = [];
  let calls = 0;
  const ask = () => {
    const steps = answers[Math.min(calls, answers.length - 1)];
    calls += 1;
    return steps ? Promise.resolve(steps) : Promise.reject(new Error('no connection'));
  };
  const followed = follow({ ask, tell: ({ text }) => void texts.push(text), signal });
  await vi.runAllTimersAsync();
  return { texts, calls, ended: await followed };
}

test('the end of a way counts, whatever is known later', () => {
  expect(wordOf(way(made, pushed))).toBe(pushed);
  expect(wordOf(way(made, shown, pushed))).toBe(shown);
  expect(wordOf([])).toBeUndefined();
});

test('it is asked each second until it is shown or refused', async () => {
  expect(await told([way(made), way(made, pushed), way(made, pushed, shown)])).toEqual({
    texts: ['MADE', 'PUSHED', 'SHOWN'],
    calls: 3,
    ended: true,
  });
  expect((await told([way(made, refused)])).calls).toBe(1);
});

test('a call that fails is made again', async () => {
  expect(await told([undefined, way(shown)])).toEqual({ texts: ['SHOWN'], calls: 2, ended: true });
});

test('nobody waits longer than twenty seconds', async () => {
  expect(await told([way(made, pushed)])).toMatchObject({ calls: 20, ended: false });
});

test('whoever has left the screen is told nothing', async () => {
  const left = new AbortController();
  left.abort();
  expect(await told([way(made)], left.signal)).toEqual({ texts: [], calls: 0, ended: false });
});

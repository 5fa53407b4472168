import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { retryDelayMs, Retrying } from './retrying';

const delays = (onLine: boolean, random: number) =>
  Array.from({ length: 12 }, (_, failures) => retryDelayMs(failures, onLine, random));

test('the pauses grow, and no two browsers need wait alike', () => {
  for (const onLine of [true, false]) {
    const [least, most] = [delays(onLine, 0), delays(onLine, 1)];
    expect(most).toEqual([...most].sort((a, b) => a - b));
    expect(least).toEqual(most.map((ms) => ms / 2));
  }
});

test('a server that is started again is found within seconds', () => {
  expect(Math.max(...delays(true, 1))).toBe(3_000);
});

test('without a network hardly anything is sent', () => {
  expect(Math.max(...delays(false, 1))).toBe(30_000);
});

let online: EventTarget;
beforeEach(() => {
  online = new EventTarget();
  vi.useFakeTimers();
  vi.stubGlobal('navigator', { onLine: false });
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'hidden' }));
  vi.stubGlobal('addEventListener', online.addEventListener.bind(online));
  vi.stubGlobal('removeEventListener', online.removeEventListener.bind(online));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

// How many attempts are made in `ms`, if all fail.
async function attemptsIn(ms: number) {
  const retrying = new Retrying();
  let attempts = 0;
  const ending = new AbortController();
  const work = (async () => {
    while (!ending.signal.aborted) {
      attempts++;
      await retrying.pause(ending.signal);
    }
  })();
  await vi.advanceTimersByTimeAsync(ms);
  ending.abort();
  await work;
  return attempts;
}

test('ten minutes without a network are a few dozen attempts', async () => {
  expect(await attemptsIn(600_000)).toBeLessThan(60);
});

test('the pause ends at once when the network is back or the tab is looked at, and the next one is short', async () => {
  const returns = [
    () => online.dispatchEvent(new Event('online')),
    () => {
      Object.assign(document, { visibilityState: 'visible' });
      document.dispatchEvent(new Event('visibilitychange'));
    },
  ];
  for (const come of returns) {
    const retrying = new Retrying();
    for (let failures = 0; failures < 12; ++failures) {
      const failed = retrying.pause();
      await vi.advanceTimersByTimeAsync(30_000);
      await failed;
    }
    let ended = false;
    const waiting = retrying.pause().then(() => (ended = true));
    await vi.advanceTimersByTimeAsync(100);
    come();
    await waiting;
    expect(ended).toBe(true);
    const next = retrying.pause();
    await vi.advanceTimersByTimeAsync(150);
    await next;
  }
});

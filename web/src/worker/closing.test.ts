import { beforeEach, expect, test, vi } from 'vitest';
import { closeOf, closeOfOthers, closeSettled } from './closing';
import type { PushMessage } from './push_message';

// Only a browser has locks.
beforeEach(() => {
  vi.stubGlobal('navigator', { locks: { request: (_name: string, act: () => unknown) => act() } });
});

// What stays of the notifications that the system shows of these messages.
async function leftBy(
  close: (registration: ServiceWorkerRegistration) => Promise<void>,
  shown: (PushMessage | null)[],
): Promise<(PushMessage | null)[]> {
  const left = new Set(shown);
  const notifications = shown.map((data) => ({ data, close: () => left.delete(data) }));
  await close({ getNotifications: () => Promise.resolve(notifications) } as unknown as ServiceWorkerRegistration);
  return [...left];
}

const own = { notificationId: '1', sessionId: '5' };
const foreign = { notificationId: '2', sessionId: '6' };
const ofNobody = { signedOut: true };

test('what a session has shown goes with it, and nothing else', async () => {
  const left = await leftBy((registration) => closeOf(registration, '6'), [own, foreign, ofNobody, null]);
  expect(left).toEqual([own, ofNobody, null]);
  expect(await leftBy((registration) => closeOf(registration, undefined), [own, ofNobody])).toEqual([own, ofNobody]);
});

test('whoever logs in finds only what is theirs', async () => {
  expect(await leftBy((registration) => closeOfOthers(registration, '5'), [own, foreign, ofNobody, null])).toEqual([
    own,
  ]);
});

test('when nobody is logged in, nothing of anybody stays', async () => {
  const left = await leftBy((registration) => closeOfOthers(registration, undefined), [own, foreign, ofNobody]);
  expect(left).toEqual([ofNobody]);
});

test('what is settled closes alone', async () => {
  const settled = { notificationId: '1', occurrence: 1 };
  expect(await leftBy((registration) => closeSettled(registration, settled), [own, foreign])).toEqual([foreign]);
});

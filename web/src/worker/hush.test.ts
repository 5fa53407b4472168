import { beforeEach, expect, test, vi } from 'vitest';
import { hush } from './hush';

// Only a browser has locks.
beforeEach(() => {
  vi.stubGlobal('navigator', { locks: { request: (_name: string, act: () => unknown) => act() } });
});

// What becomes visible, for a subscription at that address.
async function hushedAt(endpoint: string | undefined): Promise<string[]> {
  const events: string[] = [];
  const registration = {
    pushManager: { getSubscription: () => Promise.resolve(endpoint === undefined ? null : { endpoint }) },
    showNotification: (_title: string, { silent }: NotificationOptions) => {
      events.push(silent ? 'shown silently' : 'shown');
      return Promise.resolve();
    },
    getNotifications: () => Promise.resolve([{ close: () => events.push('closed') }]),
  };
  await hush({ registration } as unknown as ServiceWorkerGlobalScope);
  return events;
}

test('nothing is shown where a browser bears that', async () => {
  expect(await hushedAt('https://fcm.googleapis.com/fcm/send/1')).toEqual([]);
  expect(await hushedAt('https://updates.push.services.mozilla.com/wpush/v2/1')).toEqual([]);
  expect(await hushedAt('https://push.apple.com.example/1')).toEqual([]);
  expect(await hushedAt(undefined)).toEqual([]);
});

test('Safari, which would end the subscription, is shown something for a moment', async () => {
  expect(await hushedAt('https://web.push.apple.com/1')).toEqual(['shown silently', 'closed']);
});

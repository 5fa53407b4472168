import { expect, test } from 'vitest';
import { needOf } from './need';

const endpoint = 'https://push.example/1';
const dayMs = 86_400_000;
const now = Date.parse('2026-11-22T12:00:00Z');
const known = {
  sessionId: '5',
  endpoint,
  registered: { sessionId: '5', endpoint, time: now - 1000 },
  listed: ['5'],
  now,
};

test('a browser that the server knows needs nothing', () => {
  expect(needOf({ ...known, listed: ['4', '5'] })).toBe('nothing');
});

test('another session, another address and a first time are registered', () => {
  expect(needOf({ ...known, sessionId: '6', listed: ['5', '6'] })).toBe('register');
  expect(needOf({ ...known, endpoint: 'https://push.example/2' })).toBe('register');
  expect(needOf({ ...known, registered: undefined })).toBe('register');
});

test('the server hears of a browser that is in use once a day', () => {
  const toldAgo = (ageMs: number, listed = ['5']) =>
    needOf({ ...known, listed, registered: { ...known.registered, time: now - ageMs } });
  expect(toldAgo(dayMs + 1)).toBe('register');
  expect(toldAgo(dayMs - 1)).toBe('nothing');
  expect(toldAgo(32 * dayMs, [])).toBe('register');
});

test('a device that was removed is not put back behind the user’s back', () => {
  expect(needOf({ ...known, listed: ['4'] })).toBe('ask');
});

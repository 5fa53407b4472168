import { expect, test } from 'vitest';
import { needOf } from './need';

const endpoint = 'https://push.example/1';
const registered = { sessionId: '5', endpoint };

test('a browser that the server knows needs nothing', () => {
  expect(needOf({ sessionId: '5', endpoint, registered, listed: ['4', '5'] })).toBe('nothing');
});

test('another session, another address and a first time are registered', () => {
  const listed = ['5', '6'];
  expect(needOf({ sessionId: '6', endpoint, registered, listed })).toBe('register');
  expect(needOf({ sessionId: '5', endpoint: 'https://push.example/2', registered, listed })).toBe('register');
  expect(needOf({ sessionId: '5', endpoint, registered: undefined, listed })).toBe('register');
});

test('a device that was removed is not put back behind the user’s back', () => {
  expect(needOf({ sessionId: '5', endpoint, registered, listed: ['4'] })).toBe('ask');
});

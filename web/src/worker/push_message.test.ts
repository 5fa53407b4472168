import { expect, test } from 'vitest';
import { endsOwnSession, isSettledBy, isTooLate, tagOf, verdictOn, type PushMessage } from './push_message';

const now = Date.parse('2026-11-22T12:00:00Z');
const message = (fields: PushMessage = {}): PushMessage => ({ notificationId: '900', sessionId: '5', ...fields });
const verdict = (fields: PushMessage, session: string | undefined = '5') => verdictOn(message(fields), session, now);

test('a message is shown, until its moment has passed', () => {
  expect(verdict({})).toBe('show');
  expect(verdict({ expireTime: '2026-11-22T12:00:01Z' })).toBe('show');
  expect(verdict({ expireTime: '2026-11-22T12:00:00Z' })).toBe('ignore');
});

test('a message for another session is nobody’s here', () => {
  expect(verdict({}, '6')).toBe('ignore');
  expect(verdictOn(message(), undefined, now)).toBe('ignore');
  expect(verdict({ sessionId: undefined })).toBe('ignore');
  expect(verdict({ close: true }, '6')).toBe('ignore');
});

test('what was answered elsewhere closes, however late it comes', () => {
  expect(verdict({ close: true, expireTime: '2026-11-22T11:00:00Z' })).toBe('close');
});

test('a notification that rings again is another', () => {
  expect(tagOf(message())).toBe(tagOf(message({ occurrence: 1 })));
  expect(tagOf(message({ occurrence: 2 }))).not.toBe(tagOf(message()));
});

test('what was answered does not close a later ringing of it', () => {
  expect(isSettledBy(message({ occurrence: 1 }), message({ occurrence: 1 }))).toBe(true);
  expect(isSettledBy(message({ occurrence: 1 }), message({ occurrence: 2 }))).toBe(true);
  expect(isSettledBy(message({ occurrence: 2 }), message({ occurrence: 1 }))).toBe(false);
  expect(isSettledBy(message({ notificationId: '901' }), message())).toBe(false);
});

test('the end of a session is this browser’s if it is the owner’s, or if nobody is logged in', () => {
  expect(endsOwnSession(message({ signedOut: true }), '5')).toBe(true);
  expect(endsOwnSession(message({ signedOut: true }), undefined)).toBe(true);
  expect(endsOwnSession(message({ signedOut: true }), '6')).toBe(false);
  expect(endsOwnSession(message(), '5')).toBe(false);
});

test('what has no end is never too late', () => {
  expect(isTooLate(message(), now)).toBe(false);
  expect(isTooLate(message({ expireTime: '2026-11-22T12:00:01Z' }), now)).toBe(false);
  expect(isTooLate(message({ expireTime: '2026-11-22T12:00:00Z' }), now)).toBe(true);
});

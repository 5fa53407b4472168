import { expect, test } from 'vitest';
import { callFor, toldOf } from './answers';
import { refusedBy, type Outcome } from './outcome';
import { wordsIn } from './words';

const message = { notificationId: '900', occurrence: 2, dealId: '7', sessionId: '5' };

test('every tap of one answer has one request_id, and each answer and each ringing its own', () => {
  const id = (action: Parameters<typeof callFor>[0], occurrence = 2) =>
    (callFor(action, { ...message, occurrence })?.body as { requestId: string }).requestId;
  expect(id('ACTION_TAKE')).toBe(id('ACTION_TAKE'));
  const all = [id('ACTION_TAKE'), id('ACTION_SNOOZE'), id('ACTION_HIDE'), id('seen'), id('ACTION_SNOOZE', 3)];
  expect(new Set(all).size).toBe(all.length);
  for (const requestId of all) expect(requestId).toMatch(/^[A-Za-z0-9._:/-]{1,100}$/);
});

test('each answer is the call that it says', () => {
  expect(callFor('ACTION_TAKE', message)).toMatchObject({ method: 'crm.v1.DealOfferService/TakeOffer' });
  expect(callFor('ACTION_SNOOZE', message)?.body).toMatchObject({ notificationId: '900', duration: '900s' });
  expect(callFor('ACTION_HIDE', message)?.method).toBe('notifier.v1.InboxService/AcknowledgeNotification');
  expect(callFor('ACTION_COMPLETE', message)).toBeUndefined();
});

const now = Date.parse('2026-11-22T12:00:00Z');
const refusal = { kind: 'refused', text: 'Нельзя.', passes: false } as const;
const refused = (reason: string, name = ''): Outcome => ({ ...refusal, reason, name });
const told = (outcome: Outcome, language = 'ru') => toldOf('ACTION_TAKE', message, outcome, wordsIn(language), now);

test('whoever takes learns what came of it', () => {
  expect(told({ kind: 'done', answer: {} })).toEqual({ result: 'Сделка #7 ваша' });
  expect(told(refused('NO_OFFER'))).toEqual({ result: 'Сделка #7 уже у другого' });
  expect(told(refused('OFFER_EXPIRED', 'Борис'))).toEqual({ result: 'Сделка #7 уже у Бориса' });
  expect(told(refused('OFFER_EXPIRED', 'Boris'), 'en')).toEqual({ result: 'Deal #7 is with Boris already' });
  expect(told(refused('OFFER_EXPIRED'))).toEqual({ result: 'Сделка #7: время, чтобы взять, вышло' });
  expect(told(refused('ACCOUNT_BUSY'))).toEqual({ result: 'Не получилось: Нельзя.' });
  expect(told({ kind: 'logged-out' })).toEqual({ result: 'Не получилось: войдите в Voronka' });
});

test('what is snoozed or hidden is gone, and says nothing more', () => {
  const done = toldOf('ACTION_SNOOZE', message, { kind: 'done', answer: {} }, wordsIn('ru'), now);
  expect(done).toEqual({ result: undefined });
});

test('an answer that did not reach the server can be given again', () => {
  expect(told({ kind: 'unanswered' })).toEqual({ again: 'Нет связи, не получилось. Попробуйте ещё раз' });
  const busy = refusedBy({ code: 'resource_exhausted', details: [{ debug: { reason: 'OVERLOADED' } }] });
  expect(told(busy)).toEqual({ again: 'Сервер занят, не получилось. Попробуйте ещё раз' });
  expect(told(busy, 'en')).toEqual({ again: 'The server is busy, that did not work. Try again' });
});

test('what is over by then is not offered again', () => {
  const late = (expireTime: string) =>
    toldOf('ACTION_TAKE', { ...message, expireTime }, { kind: 'unanswered' }, wordsIn('ru'), now);
  expect(late('2026-11-22T12:00:00Z')).toEqual({ result: 'Нет связи, не получилось, а время уже вышло' });
  expect(late('2026-11-22T12:00:01Z')).toHaveProperty('again');
});

test('a refusal passes if the service only has too much to do', () => {
  const passes = (code: string, reason: string) => refusedBy({ code, details: [{ debug: { reason } }] });
  expect(passes('resource_exhausted', 'OVERLOADED')).toMatchObject({ reason: 'OVERLOADED', passes: true });
  expect(passes('unavailable', 'DATABASE_UNAVAILABLE')).toMatchObject({ passes: true });
  expect(passes('aborted', 'CONFLICT')).toMatchObject({ passes: true });
  expect(passes('aborted', 'STALE_EPOCH')).toMatchObject({ passes: false });
  expect(passes('failed_precondition', 'NO_OFFER')).toMatchObject({ passes: false });
});

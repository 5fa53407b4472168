import { expect, test } from 'vitest';
import { callFor, resultText } from './answers';
import type { Outcome } from './server';
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

const refused = (reason: string, name = ''): Outcome => ({ kind: 'refused', reason, name, text: 'Нельзя.' });
const told = (outcome: Outcome, language = 'ru') => resultText('ACTION_TAKE', message, outcome, wordsIn(language));

test('whoever takes learns what came of it', () => {
  expect(told({ kind: 'done', answer: {} })).toBe('Сделка #7 ваша');
  expect(told(refused('NO_OFFER'))).toBe('Сделка #7 уже у другого');
  expect(told(refused('OFFER_EXPIRED', 'Борис'))).toBe('Сделка #7 уже у Бориса');
  expect(told(refused('OFFER_EXPIRED', 'Boris'), 'en')).toBe('Deal #7 is with Boris already');
  expect(told(refused('OFFER_EXPIRED'))).toBe('Сделка #7: время, чтобы взять, вышло');
  expect(told(refused('ACCOUNT_BUSY'))).toBe('Не получилось: Нельзя.');
  expect(told({ kind: 'unanswered' })).toBe('Нет связи: откройте Voronka');
  expect(told({ kind: 'logged-out' })).toBe('Не получилось: войдите в Voronka');
});

test('what is snoozed or hidden is gone, and says nothing more', () => {
  const result = (outcome: Outcome) => resultText('ACTION_SNOOZE', message, outcome, wordsIn('ru'));
  expect(result({ kind: 'done', answer: {} })).toBeUndefined();
  expect(result({ kind: 'unanswered' })).toBe('Нет связи: откройте Voronka');
});

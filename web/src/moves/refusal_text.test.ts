import { Code } from '@connectrpc/connect';
import { beforeAll, expect, test } from 'vitest';
import type { Refusal } from '../api/refusal';
import { setAccountZone } from '../calendar/user_zone';
import en from '../i18n/en';
import { i18n } from '../i18n/i18n';
import ru from '../i18n/ru';
import type { Move } from '../outbox/storage';
import { refusalText } from './refusal_text';

const refusal = (reason: string): Refusal => ({
  code: Code.FailedPrecondition,
  reason,
  metadata: { responsible_name: 'Борис' },
  message: 'Сделка не взята вовремя.',
  fields: {},
});
const move = { deadline: Date.parse('2026-11-22T09:05:00Z') } as Move;

beforeAll(async () => {
  setAccountZone('Europe/Moscow');
  await i18n.init({ lng: 'ru', resources: { ru: { translation: ru }, en: { translation: en } } });
});

test('a take that came too late says who has it, and since when', async () => {
  await i18n.changeLanguage('ru');
  expect(refusalText(refusal('OFFER_EXPIRED'), move)).toBe('Уже у Бориса, 12:05');
  await i18n.changeLanguage('en');
  expect(refusalText(refusal('OFFER_EXPIRED'), move)).toBe('Taken by Борис, 12:05');
});

test('any other refusal is told in the words of the service', () => {
  expect(refusalText(refusal('NOT_RESPONSIBLE'), move)).toBe('Сделка не взята вовремя.');
});

test('a move that came after a colleague’s says how the deal is now', async () => {
  await i18n.changeLanguage('ru');
  const now = { stageName: 'Отправлен прайс', responsibleName: 'Борис' };
  expect(refusalText(refusal('STALE_EPOCH'), { ...move, dealName: 'Кабель' }, now)).toBe(
    'Сделку «Кабель» уже изменили: этап «Отправлен прайс», ответственный — Борис. Ваше перемещение не выполнено.',
  );
});

import { Code } from '@connectrpc/connect';
import { beforeAll, expect, test } from 'vitest';
import type { Refusal } from '../api/refusal';
import en from '../i18n/en';
import { i18n } from '../i18n/i18n';
import ru from '../i18n/ru';
import type { Move } from '../outbox/storage';
import { refusalText } from './refusal_text';

const refusal = (reason: string, metadata: Refusal['metadata'] = { responsible_name: 'Борис' }): Refusal => ({
  code: Code.FailedPrecondition,
  reason,
  metadata,
  message: 'Сделка не взята вовремя.',
  fields: {},
  violations: [],
});
const move = { dealName: 'Сделка #7' } as Move;

beforeAll(async () => {
  await i18n.init({ lng: 'ru', resources: { ru: { translation: ru }, en: { translation: en } } });
});

test('a take that came too late says who has the deal, whether taken or on offer', async () => {
  await i18n.changeLanguage('ru');
  expect(refusalText(refusal('OFFER_EXPIRED'), move)).toBe('«Сделка #7» уже у Бориса');
  await i18n.changeLanguage('en');
  expect(refusalText(refusal('OFFER_EXPIRED'), move)).toBe('“Сделка #7” is now with Борис');
});

test('a take that came too late names nobody while the deal is the user’s or nobody’s', async () => {
  await i18n.changeLanguage('ru');
  expect(refusalText(refusal('OFFER_EXPIRED', {}), move)).toBe('«Сделка #7»: время, чтобы взять, вышло');
  await i18n.changeLanguage('en');
  expect(refusalText(refusal('OFFER_EXPIRED', {}), move)).toBe('“Сделка #7”: the time to take it ran out');
});

test('any other refusal says which move or take it is of, in the words of the service', async () => {
  await i18n.changeLanguage('ru');
  const handedOver = { ...refusal('NOT_RESPONSIBLE'), message: 'Ответственный за сделку — Борис.' };
  expect(refusalText(handedOver, { ...move, act: 'move' })).toBe(
    'Перемещение «Сделка #7» не выполнено: Ответственный за сделку — Борис.',
  );
  expect(refusalText(handedOver, { ...move, act: 'take' })).toBe(
    'Взять «Сделка #7» не получилось: Ответственный за сделку — Борис.',
  );
});

test('a take that came after a colleague’s change does not speak of a move', async () => {
  await i18n.changeLanguage('ru');
  const now = { stageName: 'Новая заявка', responsibleName: '' };
  expect(refusalText(refusal('STALE_EPOCH'), { ...move, act: 'take', dealName: 'Кабель' }, now)).toBe(
    'Сделку «Кабель» уже изменили: этап «Новая заявка», ответственный — не назначен. Вы её не взяли.',
  );
});

test('a move that came after a colleague’s says how the deal is now', async () => {
  await i18n.changeLanguage('ru');
  const now = { stageName: 'Отправлен прайс', responsibleName: 'Борис' };
  expect(refusalText(refusal('STALE_EPOCH'), { ...move, dealName: 'Кабель' }, now)).toBe(
    'Сделку «Кабель» уже изменили: этап «Отправлен прайс», ответственный — Борис. Ваше перемещение не выполнено.',
  );
});

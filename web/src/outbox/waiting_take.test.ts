import { beforeAll, expect, test } from 'vitest';
import { timeOf } from '../calendar/date_text';
import { i18n } from '../i18n/i18n';
import ru from '../i18n/ru';
import { waitingTakeText } from './waiting_take';

const takeBy = new Date('2026-11-30T09:30:00Z');
const textAt = (now: string) => waitingTakeText(i18n.t, takeBy, new Date(now));

beforeAll(async () => {
  await i18n.init({ lng: 'ru', resources: { ru: { translation: ru } } });
});

test('a take that waits says until when it must reach the service', () => {
  expect(textAt('2026-11-30T09:29:00Z')).toBe(
    `Ещё не взята: нет связи. Заявка ваша, если связь вернётся до ${timeOf(takeBy)}`,
  );
});

test('after the deadline it says that the outcome is not known yet', () => {
  expect(textAt('2026-11-30T09:31:00Z')).toBe(
    `Время вышло в ${timeOf(takeBy)}, а связи не было. Взяли ли вы заявку, узнаем, когда связь вернётся`,
  );
});

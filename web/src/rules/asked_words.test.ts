import { createInstance, type TFunction } from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import ru from '../i18n/ru';
import { askedWords } from './asked_words';

let t: TFunction;
beforeAll(async () => {
  const instance = createInstance();
  await instance.init({ lng: 'ru', resources: { ru: { translation: ru } } });
  t = instance.t;
});

const words = (...reasons: string[]) =>
  askedWords(
    reasons.map((reason) => ({ reason, field: 'stage', text: reason })),
    undefined,
    t,
  );

test('an approval is still to be asked for, or its answer is awaited', () => {
  expect(words('APPROVAL_REQUIRED')).toEqual(['согласование']);
  expect(words('APPROVAL_AWAITED')).toEqual(['ответ на запрос согласования']);
  expect(words('APPROVAL_REFUSED')).toEqual(['согласование']);
  expect(words('APPROVAL_AWAITED', 'APPROVAL_REQUIRED')).toEqual(['согласование']);
  expect(words('TASK_REQUIRED', 'APPROVAL_REQUIRED')).toEqual(['задачу', 'согласование']);
});

import { createInstance, type TFunction } from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import ru from '../i18n/ru';
import { ConfigurationDifference_Kind as Kind } from '../gen/voronka/crm/v1/configuration_pb';
import { shownSides, shownValue } from './shown_value';

let t: TFunction;
beforeAll(async () => {
  const instance = createInstance();
  await instance.init({ lng: 'ru', resources: { ru: { translation: ru } } });
  t = instance.t;
});

const text = (value: string) => shownValue(value, t).text;

test('names of kinds and answers are told in words', () => {
  const names = ['KIND_LOST', 'KIND_MONEY', 'COLOR_RED', 'BINDING_LEAVE', 'PURPOSE_CLAIMS', 'true', 'false'];
  expect(names.map(text)).toEqual([
    'Отказ',
    'Деньги',
    ru.pipelineSettings.colors.red,
    'Чтобы перейти дальше',
    'Рекламации',
    'Да',
    'Нет',
  ]);
  expect(['KIND_OF_TOMORROW', 'COLOR_OF_TOMORROW', 'constructor', '12.5', 'Новая заявка'].map(text)).toEqual([
    'KIND_OF_TOMORROW',
    'COLOR_OF_TOMORROW',
    'constructor',
    '12.5',
    'Новая заявка',
  ]);
});

test('what a rule asks of people is told in words', () => {
  expect(text('at_least: 3')).toBe('не меньше 3 попыток связаться с клиентом');
  expect(text('at_least: 2\nin_all: true')).toBe('не меньше 2 попыток связаться с клиентом за всё время');
  expect(text('at_least: 3\nleast_interval {\n  seconds: 1800\n}')).toBe(
    'не меньше 3 попыток связаться с клиентом, с перерывом не меньше чем 30 минут',
  );
  expect(text('role: ROLE_HEAD_OF_SALES')).toBe('согласование: РОП');
  expect(text('role: ROLE_DIRECTOR\ntimeout {\n  seconds: 3600\n}')).toBe('согласование: директор, на ответ 1 час');
  // Another person's text that looks alike is shown as it is.
  expect(text('role: ROLE_OF_TOMORROW')).toBe('role: ROLE_OF_TOMORROW');
});

test('a list is told in one line', () => {
  expect(shownValue('new\nwork\nwon', t)).toEqual({ text: 'new, work, won', isLong: false, isCode: false });
});

test('several lines, or one that is too long, are folded', () => {
  expect(shownValue('Позвонить.\nНаписать.', t)).toMatchObject({ isLong: true, isCode: false });
  expect([80, 81].map((length) => shownValue('щ'.repeat(length), t).isLong)).toEqual([false, true]);
});

test('a message is told from words', () => {
  expect(shownValue('key: "new"\nname: "Новая"\nrules {\n  key: "sum"\n}', t)).toMatchObject({
    isLong: true,
    isCode: true,
  });
  expect(shownValue('seconds: 600', t)).toMatchObject({ isLong: false, isCode: true });
  expect(shownValue('Узнать бюджет.\n  Записать.', t).isCode).toBe(false);
});

test('what was blank before, or is afterwards, is said', () => {
  const sides = (kind: Kind, before: string, after: string) => {
    const shown = shownSides({ kind, before, after }, t);
    return [shown.before?.text, shown.after?.text];
  };
  expect(sides(Kind.CHANGED, '', 'Позвонить')).toEqual(['не указано', 'Позвонить']);
  expect(sides(Kind.CHANGED, 'true', '')).toEqual(['Да', 'Нет']);
  expect(sides(Kind.CHANGED, '', '{}')).toEqual(['Нет', 'Да']);
  expect(sides(Kind.ADDED, '', 'key: "new"')).toEqual([undefined, 'key: "new"']);
  expect(sides(Kind.REORDERED, 'new, work', 'work, new')).toEqual(['new, work', 'work, new']);
});

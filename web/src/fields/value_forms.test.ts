import { create } from '@bufbuild/protobuf';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { setAccountZone } from '../calendar/user_zone';
import { Field_Kind, FieldSchema } from '../gen/voronka/crm/v1/field_set_pb';
import { FieldValueSchema } from '../gen/voronka/crm/v1/field_value_pb';
import en from '../i18n/en';
import { i18n } from '../i18n/i18n';
import ru from '../i18n/ru';
import { kinds } from './kinds';
import { moneyForm, numberForm, valueFrom, type ValueForm } from './value_forms';

beforeAll(async () => {
  setAccountZone('Europe/Moscow');
  await i18n.init({ lng: 'ru', resources: { ru: { translation: ru }, en: { translation: en } } });
});
beforeEach(() => i18n.changeLanguage('ru'));

const field = create(FieldSchema, {
  choices: [
    { key: 'delivery', name: 'доставка' },
    { key: 'pickup', name: 'самовывоз', retired: true },
  ],
});
const known = { field, nameOf: (userId: bigint) => (userId === 7n ? 'Анна' : '') };
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

// What an editor has, and what people read, once `typed` is saved.
function saved(form: ValueForm | undefined, typed: string) {
  const value = form && valueFrom(form, typed);
  if (!form || !value) return value;
  return { again: form.typed(value.value), shown: plain(form.text(value.value, known)) };
}

test.each([
  [Field_Kind.TEXT, ' Дверь ', 'Дверь', 'Дверь'],
  [Field_Kind.MULTILINE_TEXT, 'раз\nдва', 'раз\nдва', 'раз\nдва'],
  [Field_Kind.NUMBER, '12 500,50', '12500,50', '12 500,5'],
  [Field_Kind.MONEY, '12 500,50 USD', '12500,50 USD', '12 500,50 $'],
  [Field_Kind.DATE, '2026-12-31', '2026-12-31', '31 дек. 2026 г.'],
  [Field_Kind.TIME, '2020-12-31T10:30', '2020-12-31T10:30', '31 дек. 2020 г., 10:30'],
  [Field_Kind.YES_NO, 'yes', 'yes', 'Да'],
  [Field_Kind.YES_NO, 'no', 'no', 'Нет'],
  [Field_Kind.CHOICE, 'pickup', 'pickup', 'самовывоз'],
  [Field_Kind.CHOICES, 'delivery,pickup', 'delivery,pickup', 'доставка, самовывоз'],
  [Field_Kind.USER, '7', '7', 'Анна'],
  [Field_Kind.PHONE, '+79161234567', '+79161234567', '+7 916 123-45-67'],
  [Field_Kind.EMAIL, 'anna@example.com', 'anna@example.com', 'anna@example.com'],
  [Field_Kind.LINK, 'https://example.com', 'https://example.com', 'https://example.com'],
  [Field_Kind.ADDRESS, 'Тверская, 1', 'Тверская, 1', 'Тверская, 1'],
])('kind %i: what is typed is saved, edited again and shown', (kind, typed, again, shown) => {
  expect(saved(kinds[kind]?.form, typed)).toEqual({ again, shown });
});

test('a blank text clears a field of any kind, and an empty value is an empty text', () => {
  for (const kind of Object.values(kinds)) {
    expect(valueFrom(kind.form, ' ')).toBeNull();
    expect(kind.form.typed(create(FieldValueSchema).value)).toBe('');
    expect(kind.form.text(create(FieldValueSchema).value, known)).toBe('');
  }
});

test('every kind of a field of one’s own has an editor, but a contact and a company', () => {
  const without = Object.values(Field_Kind).filter((kind) => typeof kind === 'number' && !kinds[kind]);
  expect(without).toEqual([Field_Kind.UNSPECIFIED, Field_Kind.CONTACT, Field_Kind.COMPANY]);
});

test('what is no number, amount or date is not saved', () => {
  for (const typed of ['много', '1,2,3', '0,1234567', '1'.repeat(16)]) expect(saved(numberForm, typed)).toBeUndefined();
  for (const typed of ['много RUB', '-5 RUB', '1,234 RUB', `${'9'.repeat(15)} RUB`]) {
    expect(saved(moneyForm, typed)).toBeUndefined();
  }
  for (const typed of ['31.12', '2026-99-99']) expect(saved(kinds[Field_Kind.DATE]?.form, typed)).toBeUndefined();
  expect(saved(kinds[Field_Kind.TIME]?.form, '2026-12-31T99:30')).toBeUndefined();
  expect(saved(kinds[Field_Kind.USER]?.form, 'Анна')).toBeUndefined();
});

test('a number keeps all its digits, and is written as the reader’s language does', async () => {
  expect(saved(numberForm, '123456789012345,123456')).toMatchObject({ again: '123456789012345,123456' });
  await i18n.changeLanguage('en');
  expect(saved(numberForm, '-1234,5')).toEqual({ again: '-1234.5', shown: '-1,234.5' });
});

test('only the address of a page is a link to it', () => {
  const link = kinds[Field_Kind.LINK]?.link;
  expect(link?.('https://example.com/a')).toBe('https://example.com/a');
  for (const text of [
    'javascript:alert(1)',
    'JaVaScRiPt://example.com/%0aalert(1)',
    'data:text/html,x',
    'example.com',
  ]) {
    expect(link?.(text)).toBeUndefined();
  }
});

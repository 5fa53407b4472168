import { beforeAll, expect, test } from 'vitest';
import { i18n } from './i18n';
import { isDoubtfulPhone, phoneLink, phoneText } from './phone';
import ru from './ru';

beforeAll(async () => {
  await i18n.init({ lng: 'ru', resources: { ru: { translation: ru } } });
});

test('a Russian number is shown in groups, another as it is', () => {
  expect(phoneText('+79161234567')).toBe('+7 916 123-45-67');
  expect(phoneText('+375291234567')).toBe('+375291234567');
});

test('an extension is shown and dialled', () => {
  expect(phoneText('+74951234567;ext=123')).toBe('+7 495 123-45-67 доб. 123');
  expect(phoneLink('+74951234567;ext=123')).toBe('tel:+74951234567;ext=123');
});

test('a phone that was kept as typed is doubtful', () => {
  expect(isDoubtfulPhone('+79161234567')).toBe(false);
  expect(isDoubtfulPhone('+74951234567;ext=123')).toBe(false);
  expect(isDoubtfulPhone('Калуга, 2-34-56')).toBe(true);
  expect(phoneText('Калуга, 2-34-56')).toBe('Калуга, 2-34-56');
  expect(phoneLink('Калуга, 2-34-56')).toBe('tel:23456');
});

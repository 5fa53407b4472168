import { beforeAll, expect, test } from 'vitest';
import { i18n, options } from './i18n';
import { isolated } from './isolated';
import ru from './ru';

beforeAll(() => i18n.init({ ...options, lng: 'ru', resources: { ru: { translation: ru } } }));

test('what controls the direction of text is left out', () => {
  expect(isolated('ООО \u202EКабель\u202C')).toBe('ООО Кабель');
  expect(isolated('\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069')).toBe('');
});

test('right-to-left words are set apart, and cannot close that themselves', () => {
  expect(isolated('דוד')).toBe('\u2068דוד\u2069');
  expect(isolated('דוד\u2069\u202E')).toBe('\u2068דוד\u2069');
});

test('everything else is kept', () => {
  for (const words of ['', 'Анна', 'Кабель 3×2,5 <b> & $& — 300 м', '👩\u200D🔧']) expect(isolated(words)).toBe(words);
});

test('the sentences of the client are made with such words', () => {
  const name = 'Анна\u202E';
  expect(i18n.t('offer.other', { name, time: '12:05' })).toBe('Анна: взять до 12:05');
  expect(i18n.t('connection.move', { name: 'A & B $&', stage: 'Новая' })).toBe('«A & B $&» → «Новая»');
});

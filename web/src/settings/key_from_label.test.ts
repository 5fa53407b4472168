import { expect, test } from 'vitest';
import { isKey, keyFromLabel } from './key_from_label';

const key = (label: string, taken: string[] = []) => keyFromLabel(label, 'field', taken);

test('a key is the label in Latin letters', () => {
  expect(key('Предмет сделки')).toBe('predmet_sdelki');
  expect(key('Объём, м³ (щебень)')).toBe('obem_m_shcheben');
  expect(key('Подъезд № 5')).toBe('podezd_5');
  expect(key('Café budget')).toBe('cafe_budget');
});

test('a key begins with a letter, and there is always one', () => {
  expect(key('1С')).toBe('n1s');
  expect(key('№')).toBe('field');
  expect(key('予算')).toBe('field');
  expect(['Предмет сделки', '1С', '№', '_x', 'Ё'.repeat(99)].map((label) => isKey(key(label)))).not.toContain(false);
});

test('a key that is taken gets a number', () => {
  expect(key('Цвет', ['tsvet'])).toBe('tsvet_2');
  expect(key('Цвет', ['tsvet', 'tsvet_2'])).toBe('tsvet_3');
});

test('a long key is cut, with its number in the room there is', () => {
  const long = 'щ'.repeat(30);
  expect(key(long)).toHaveLength(40);
  expect(key(long, [key(long)])).toMatch(/^.{38}_2$/);
});

import { expect, test } from 'vitest';
import { titleOf } from './title';

test('the title of a tab counts the offers and names what is open', () => {
  expect(titleOf(2, 'Сделка #7, Ирина', 'Voronka')).toBe('(2) Сделка #7, Ирина · Voronka');
  expect(titleOf(0, 'Задачи', 'Voronka')).toBe('Задачи · Voronka');
  expect(titleOf(1, '', 'Voronka')).toBe('(1) Voronka');
});

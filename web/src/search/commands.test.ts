import { expect, test } from 'vitest';
import { commandsFor } from './commands';
import { inRussianLayout } from './keyboard_layout';

const commands = ['Новая сделка', 'Мои просроченные задачи', 'Права', 'Очереди', 'Отчёты'].map((name) => ({ name }));
const namesFor = (query: string) => commandsFor(query, commands).map(({ name }) => name);

test('a command is found by beginnings of its words, in any order and case', () => {
  expect(namesFor('сделка НОВ')).toEqual(['Новая сделка']);
  expect(namesFor('мои прос')).toEqual(['Мои просроченные задачи']);
  expect(namesFor('елка')).toEqual([]);
});

test('ё is е', () => {
  expect(namesFor('отчет')).toEqual(['Отчёты']);
  expect(namesFor('отчёт')).toEqual(['Отчёты']);
});

test('a Latin keyboard does not matter', () => {
  expect(namesFor('jxthtlb')).toEqual(['Очереди']);
  expect(inRussianLayout('BDFYJD 7')).toBe('иванов 7');
  expect(inRussianLayout(';erjd')).toBe('жуков');
});

test('nothing typed finds nothing', () => {
  expect(namesFor('')).toEqual([]);
  expect(namesFor(' … ')).toEqual([]);
});

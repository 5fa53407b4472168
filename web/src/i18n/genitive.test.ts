import { expect, test } from 'vitest';
import { genitive } from './genitive';

test.each([
  ['Борис', 'Бориса'],
  ['Анна', 'Анны'],
  ['Ольга', 'Ольги'],
  ['Илья', 'Ильи'],
  ['Андрей', 'Андрея'],
  ['Игорь', 'Игоря'],
  ['Павел', 'Павла'],
  ['Мария', 'Марии'],
])('у кого: %s, %s', (name, expected) => {
  expect(genitive(name)).toBe(expected);
});

test('a name that the rules do not know stays as it is', () => {
  expect(genitive('Boris')).toBe('Boris');
  expect(genitive('Анна Петрова')).toBe('Анна Петрова');
  expect(genitive('Хосе')).toBe('Хосе');
});

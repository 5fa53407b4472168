import { expect, test } from 'vitest';
import { listText, listTyped } from './list_text';

const shown = (phone: string) => phone.replace(/^\+7(\d{3})/, '+7 $1 ');

test('phones are one line, and come back as they are stored', () => {
  const phones = ['+79161234567', '+74951234567'];
  const line = listText(phones, shown);
  expect(line).toBe('+7 916 1234567, +7 495 1234567');
  expect(listTyped(line, phones, shown)).toEqual(phones);
});

test('what is added is taken as it is typed, and blanks are nothing', () => {
  expect(listTyped('+7 916 1234567; 8 999 000, , ', ['+79161234567'], shown)).toEqual(['+79161234567', '8 999 000']);
  expect(listTyped('', ['+79161234567'], shown)).toEqual([]);
});

test('a stored one that has commas itself stays whole', () => {
  const doubtful = '8 916 123, после 18; спросить Анну';
  const phones = ['+79161234567', doubtful];
  expect(listTyped(`${listText(phones, shown)}, 8 999 000`, phones, shown)).toEqual([...phones, '8 999 000']);
  expect(listTyped('8 916 123', phones, shown)).toEqual(['8 916 123']);
});

import { expect, test } from 'vitest';
import { soughtBy } from './sought';

test('digits are a tax number, however they are written', () => {
  for (const typed of ['7701234567', ' 7701 234 567 ', 'ИНН 7701234567', 'инн: 77-01234567']) {
    expect(soughtBy(typed), typed).toEqual({ name: '', taxNumber: '7701234567' });
  }
  expect(soughtBy('7701234567/770101001')?.taxNumber).toBe('7701234567/770101001');
});

test('anything else is the beginning of a name', () => {
  for (const name of ['ромаш', '1С', '33 пингвина', 'ИННовации', 'ООО «5 звёзд»', '2000']) {
    expect(soughtBy(` ${name} `), name).toEqual({ name, taxNumber: '' });
  }
});

test('blanks are not looked for', () => {
  expect(soughtBy('  ')).toBeUndefined();
});

import { expect, test } from 'vitest';
import { faultsOf } from './new_password';

const typed = (password: string, repeated = password) => faultsOf({ password, repeated });

test('a password of eight characters that is repeated can be sent', () => {
  expect(typed('восемь88')).toEqual({});
});

test('characters are counted, whatever their size', () => {
  expect(typed('🔑🔑🔑🔑🔑🔑🔑🔑')).toEqual({});
  expect(typed('🔑🔑🔑🔑')).toEqual({ password: 'credentials.tooShort' });
  expect(typed('1234567')).toEqual({ password: 'credentials.tooShort' });
});

test('blanks alone are no password', () => {
  expect(typed('         ')).toEqual({ password: 'credentials.blank' });
});

test('the repetition is compared as the service compares', () => {
  expect(typed('длинный пароль', 'длинный паролъ')).toEqual({ repeated: 'credentials.different' });
  expect(typed('длинный пароль'.normalize('NFD'), 'длинный пароль')).toEqual({});
});

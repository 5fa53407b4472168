import { expect, test } from 'vitest';
import { amountText, parseAmount } from './amount_input';

const minor = (text: string, currency = 'RUB') => parseAmount(text, currency)?.minor;

test('an amount is read as people type it', () => {
  expect(minor('12 500,50')).toBe(1_250_050n);
  expect(minor('12,500.50')).toBe(1_250_050n);
  expect(minor('1,234,567')).toBe(123_456_700n);
  expect(minor('12500 ₽')).toBe(1_250_000n);
  expect(minor('0,5')).toBe(50n);
});

test('a currency without a smaller unit has no fraction', () => {
  expect(minor('1500', 'JPY')).toBe(1500n);
  expect(minor('1500,5', 'JPY')).toBeUndefined();
});

test('what is no amount is not guessed at', () => {
  for (const text of ['', 'дорого', '1.2.3', '1,005,5', '12.345', '--5']) expect(minor(text)).toBeUndefined();
});

test('what is edited is what was saved', () => {
  for (const value of [0n, 5n, 1_250_050n, 100n]) {
    expect(minor(amountText({ minor: value, currency: 'RUB' }))).toBe(value);
  }
});

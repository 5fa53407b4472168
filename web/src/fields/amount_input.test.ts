import { expect, test } from 'vitest';
import { amountText, isNegative, isTooLarge, parseAmount } from './amount_input';

const minor = (text: string, currency = 'RUB') => parseAmount(text, currency)?.minor;

test('an amount is read as people type it', () => {
  expect(minor('12 500,50')).toBe(1_250_050n);
  expect(minor('12,500.50')).toBe(1_250_050n);
  expect(minor('1,234,567')).toBe(123_456_700n);
  expect(minor('12500 ₽')).toBe(1_250_000n);
  expect(minor('0,5')).toBe(50n);
});

test('an amount is read with the currency beside it', () => {
  for (const text of [
    '12 500 руб.',
    '12\u00a0500\u00a0руб.',
    '12\u202f500 ₽',
    '12500 р',
    '12 500,00 р.',
    '12500 рублей',
    'RUB 12 500',
    '12’500',
  ]) {
    expect(minor(text), text).toBe(1_250_000n);
  }
  expect(minor('12500,50 ₽')).toBe(1_250_050n);
  expect(minor('12.500,00')).toBe(1_250_000n);
  expect(minor('1.234.567')).toBe(123_456_700n);
  expect(minor('$1,500.50', 'USD')).toBe(150_050n);
  expect(minor('−5 руб.')).toBe(-500n);
});

test('an amount in another currency is not taken for one in this', () => {
  for (const text of ['$500', '500 €', '500 USD', '12 тыс.']) expect(minor(text), text).toBeUndefined();
});

test('a currency without a smaller unit has no fraction', () => {
  expect(minor('1500', 'JPY')).toBe(1500n);
  expect(minor('1500,5', 'JPY')).toBeUndefined();
});

test('what is no amount is not guessed at', () => {
  for (const text of ['', 'дорого', '1.2.3', '1,005,5', '12.345', '12,345', '--5', '5 6руб7', 'руб.'])
    expect(minor(text)).toBeUndefined();
});

test('what is edited is what was saved', () => {
  for (const value of [0n, 5n, 1_250_050n, 100n]) {
    expect(minor(amountText({ minor: value, currency: 'RUB' }))).toBe(value);
  }
});

test('an amount beyond what the service takes is still an amount, but too large', () => {
  const isLarge = (text: string) => {
    const amount = parseAmount(text, 'RUB');
    return amount && isTooLarge(amount);
  };
  expect(isLarge('999999999999999')).toBe(true);
  expect(isLarge('10 000 000 000 000')).toBe(false);
});

test('a price below zero is an amount, but not one of a deal', () => {
  const isBelowZero = (text: string) => {
    const amount = parseAmount(text, 'RUB');
    return amount && isNegative(amount);
  };
  for (const text of ['-5', '−0,01', '-10 000 руб.']) expect(isBelowZero(text), text).toBe(true);
  for (const text of ['0', '-0', '5']) expect(isBelowZero(text), text).toBe(false);
});

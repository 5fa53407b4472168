import { expect, test } from 'vitest';
import { dealNumberIn } from './deal_number';

test('a deal is named by its number, with its sign or without, or by the address of its card', () => {
  for (const typed of ['7', ' #7 ', 'https://crm.example:8443/deals/7']) expect(dealNumberIn(typed)).toBe(7n);
});

test('what names no deal is nothing', () => {
  for (const typed of ['', 'кухня', '0', '#', '12345678901234567']) expect(dealNumberIn(typed)).toBeUndefined();
});

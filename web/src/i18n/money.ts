import type { Money } from '../gen/voronka/crm/v1/money_pb';
import { numberFormat } from './formatters';
import { i18n } from './i18n';

// How many digits the currency has after the decimal point.
export function fractionDigits(currency: string): number {
  return numberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

export function moneyText({ minor, currency }: Pick<Money, 'minor' | 'currency'>): string {
  const amount = Number(minor) / 10 ** fractionDigits(currency);
  return numberFormat(i18n.language, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: Number.isInteger(amount) ? 0 : undefined,
  }).format(amount);
}

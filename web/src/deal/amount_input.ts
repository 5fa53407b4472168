import type { Money } from '../gen/voronka/crm/v1/money_pb';
import { fractionDigits } from '../i18n/money';

type Amount = Pick<Money, 'minor' | 'currency'>;

// Removes commas that can only separate thousands: in `12,500.50` and `1,234,567`, but not in `12,500`.
function withoutGroups(text: string): string {
  return /^-?\d{1,3}((,\d{3})+\.\d*|(,\d{3}){2,})$/.test(text) ? text.replaceAll(',', '') : text;
}

// Reads an amount the way people type it: «12 500,50», "12,500.50". Undefined when it is not an amount.
export function parseAmount(text: string, currency: string): Amount | undefined {
  const compact = withoutGroups(text.replace(/[\s\u00a0\u202f₽$€]/g, ''));
  const digits = fractionDigits(currency);
  const match = /^(-?)(\d{1,13})(?:[.,](\d*))?$/.exec(compact);
  if (!match) return undefined;
  const [, sign = '', whole = '', part = ''] = match;
  if (part.length > digits) return undefined;
  return { minor: BigInt(`${sign}${whole}${part.padEnd(digits, '0')}`), currency };
}

// The amount as the text of an edited field, like `12500,50`.
export function amountText({ minor, currency }: Amount): string {
  const digits = fractionDigits(currency);
  const [whole = '', part = ''] = (Number(minor) / 10 ** digits).toFixed(digits).split('.');
  return Number(part) ? `${whole},${part}` : whole;
}

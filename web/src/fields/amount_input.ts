import type { Money } from '../gen/voronka/crm/v1/money_pb';
import { numberFormat } from '../i18n/formatters';
import { fractionDigits } from '../i18n/money';

type Amount = Pick<Money, 'minor' | 'currency'>;

// What people write for a currency besides its code and its sign.
const words: Record<string, RegExp> = {
  RUB: /^(р|p|руб|рубль|рубля|рублей|rub|rur)$/,
  USD: /^(долл|доллар|доллара|долларов|usd)$/,
  EUR: /^(евро|euro|eur)$/,
};

function signOf(currency: string): string | undefined {
  const parts = numberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).formatToParts(0);
  return parts.find(({ type }) => type === 'currency')?.value.toLowerCase();
}

// Whether the text next to the number names this currency, and not another one.
function names(text: string, currency: string): boolean {
  const word = text.toLowerCase().replace(/\.$/, '');
  return (
    !word || word === currency.toLowerCase() || word === signOf(currency) || (words[currency]?.test(word) ?? false)
  );
}

// Removes what can only separate thousands: the commas in `12,500.50` and `1,234,567`, but not in `12,500`; the dots in
// `12.500,00`; any apostrophes.
function withoutGroups(text: string): string {
  const plain = text.replace(/['’]/g, '');
  if (/^\d{1,3}((,\d{3})+\.\d*|(,\d{3}){2,})$/.test(plain)) return plain.replaceAll(',', '');
  if (/^\d{1,3}((\.\d{3})+,\d*|(\.\d{3}){2,})$/.test(plain)) return plain.replaceAll('.', '');
  return plain;
}

// Reads an amount the way people type it: «12 500,50», "12,500.50", «12.500,00», «12 500 руб.», "$500". Undefined when
// it is not an amount in the currency.
export function parseAmount(text: string, currency: string): Amount | undefined {
  const compact = text.replace(/[\s\u200e\u200f]/g, '').replace(/[−–]/, '-');
  const parts = /^(-?)([^\d.,'’-]*)(-?)(\d[\d.,'’]*)(\D*)$/.exec(compact);
  if (!parts) return undefined;
  const [, outer = '', before = '', inner = '', number = '', after = ''] = parts;
  const match = /^(\d{1,30})(?:[.,](\d*))?$/.exec(withoutGroups(number));
  if (!match || (outer && inner) || !names(before, currency) || !names(after, currency)) return undefined;
  const [, whole = '', part = ''] = match;
  const digits = fractionDigits(currency);
  if (part.length > digits) return undefined;
  return { minor: BigInt(`${outer}${inner}${whole}${part.padEnd(digits, '0')}`), currency };
}

// The amount as the text of an edited field, like `12500,50`.
export function amountText({ minor, currency }: Amount): string {
  const digits = fractionDigits(currency);
  const [whole = '', part = ''] = (Number(minor) / 10 ** digits).toFixed(digits).split('.');
  return Number(part) ? `${whole},${part}` : whole;
}

// As the service bounds it, in the smallest unit of the currency.
const mostMinor = 10n ** 15n;

export const isTooLarge = ({ minor }: Amount): boolean => minor > mostMinor;

export const isNegative = ({ minor }: Amount): boolean => minor < 0n;

// The largest amount that the service takes.
export const largestIn = (currency: string): Amount => ({ minor: mostMinor, currency });

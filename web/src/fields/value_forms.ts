import { create } from '@bufbuild/protobuf';
import { timestampDate, timestampFromDate } from '@bufbuild/protobuf/wkt';
import { dayText, momentText } from '../calendar/date_text';
import { userZone } from '../calendar/user_zone';
import { momentOf, wallTime } from '../calendar/zone';
import type { Field } from '../gen/voronka/crm/v1/field_set_pb';
import { FieldValue_ChoicesSchema, FieldValueSchema, type FieldValue } from '../gen/voronka/crm/v1/field_value_pb';
import { MoneySchema } from '../gen/voronka/crm/v1/money_pb';
import { numberFormat } from '../i18n/formatters';
import { i18n } from '../i18n/i18n';
import { moneyText } from '../i18n/money';
import { phoneText } from '../i18n/phone';
import { amountText, isNegative, isTooLarge, parseAmount } from './amount_input';

export type Value = FieldValue['value'];

// What the text of a value needs besides the value.
export interface Known {
  field: Pick<Field, 'choices'>;
  nameOf: (userId: bigint) => string;
}

// How values of some kinds are written.
export interface ValueForm {
  // As an editor has it. Empty: there is no value.
  typed: (value: Value) => string;
  // Undefined: nothing of this kind was typed. Blanks are not asked about.
  value: (typed: string) => Value | undefined;
  // As people read it.
  text: (value: Value, known: Known) => string;
  // The key of the text that says why there is no value.
  problem?: 'fields.notNumber' | 'fields.notMoney' | 'tasks.dueMalformed';
}

const textIn = (value: Value): string => (value.case === 'text' ? value.value : '');

export const textForm: ValueForm = {
  typed: textIn,
  value: (typed) => ({ case: 'text', value: typed.trim() }),
  text: textIn,
};

export const phoneForm: ValueForm = { ...textForm, text: (value) => phoneText(textIn(value)) };

// Reads «12 500,5» and "−3". The service bounds the digits likewise.
function decimalOf(typed: string): string | undefined {
  const plain = typed.replace(/\s/g, '').replace(/[−–]/, '-').replace(',', '.');
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(plain) ? plain : undefined;
}

const comma = (number: string): string => (i18n.language === 'ru' ? number.replace('.', ',') : number);

export const numberForm: ValueForm = {
  typed: (value) => (value.case === 'number' ? comma(value.value) : ''),
  value: (typed) => {
    const number = decimalOf(typed);
    return number === undefined ? undefined : { case: 'number', value: number };
  },
  // As text, all its digits are exact.
  text: (value) =>
    value.case === 'number'
      ? numberFormat(i18n.language, { maximumFractionDigits: 6 }).format(value.value as `${number}`)
      : '',
  problem: 'fields.notNumber',
};

// The amount and the currency that an editor has in one text: `12500,50 USD`.
export function splitMoney(typed: string): { amount: string; currency: string } {
  const [, amount = '', currency = ''] = /^(.*) ([A-Z]{3})$/s.exec(typed) ?? [];
  return currency ? { amount, currency } : { amount: typed, currency: 'RUB' };
}

export const moneyForm: ValueForm = {
  typed: (value) => (value.case === 'money' ? `${amountText(value.value)} ${value.value.currency}` : ''),
  value: (typed) => {
    const { amount, currency } = splitMoney(typed);
    const money = parseAmount(amount, currency);
    if (!money || isNegative(money) || isTooLarge(money)) return undefined;
    return { case: 'money', value: create(MoneySchema, money) };
  },
  text: (value) => (value.case === 'money' ? moneyText(value.value) : ''),
  problem: 'fields.notMoney',
};

// Not `2026-99-99`, as it may be in a link.
const isDate = (typed: string): boolean => !Number.isNaN(Date.parse(typed));

export const dateForm: ValueForm = {
  typed: (value) => (value.case === 'date' ? value.value : ''),
  value: (typed) => (/^\d{4}-\d\d-\d\d$/.test(typed) && isDate(typed) ? { case: 'date', value: typed } : undefined),
  text: (value) => (value.case === 'date' ? dayText(value.value) : ''),
  problem: 'tasks.dueMalformed',
};

// In the user's time zone.
export const timeForm: ValueForm = {
  typed: (value) => (value.case === 'time' ? wallTime(timestampDate(value.value), userZone()) : ''),
  value: (typed) =>
    /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(typed) && isDate(typed)
      ? { case: 'time', value: timestampFromDate(momentOf(typed, userZone())) }
      : undefined,
  text: (value) => (value.case === 'time' ? momentText(timestampDate(value.value)) : ''),
  problem: 'tasks.dueMalformed',
};

export const yesNoForm: ValueForm = {
  typed: (value) => (value.case === 'yes' ? (value.value ? 'yes' : 'no') : ''),
  value: (typed) => ({ case: 'yes', value: typed === 'yes' }),
  text: (value) => (value.case === 'yes' ? i18n.t(value.value ? 'fields.yes' : 'fields.no') : ''),
};

const choiceName = (key: string, { field }: Known): string =>
  field.choices.find((choice) => choice.key === key)?.name ?? key;

export const choiceForm: ValueForm = {
  typed: (value) => (value.case === 'choice' ? value.value : ''),
  value: (typed) => ({ case: 'choice', value: typed }),
  text: (value, known) => (value.case === 'choice' ? choiceName(value.value, known) : ''),
};

export const choicesForm: ValueForm = {
  typed: (value) => (value.case === 'choices' ? value.value.keys.join(',') : ''),
  value: (typed) => ({ case: 'choices', value: create(FieldValue_ChoicesSchema, { keys: typed.split(',') }) }),
  text: (value, known) =>
    value.case === 'choices' ? value.value.keys.map((key) => choiceName(key, known)).join(', ') : '',
};

export const userForm: ValueForm = {
  typed: (value) => (value.case === 'userId' && value.value ? String(value.value) : ''),
  value: (typed) => (/^\d{1,18}$/.test(typed) ? { case: 'userId', value: BigInt(typed) } : undefined),
  text: (value, { nameOf }) => (value.case === 'userId' ? nameOf(value.value) || `#${value.value}` : ''),
};

// Null: the field is to be cleared. Undefined: what was typed is not of this kind.
export function valueFrom(form: ValueForm, typed: string): FieldValue | null | undefined {
  if (!typed.trim()) return null;
  const value = form.value(typed);
  return value && create(FieldValueSchema, { value });
}

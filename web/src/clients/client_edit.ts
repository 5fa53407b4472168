import { localName } from '../fields/local_name';
import { phoneText } from '../i18n/phone';
import type { FormField } from './form_fields';

// Some fields of a client as the service takes them, by their names in TypeScript.
export type ClientPart = Record<string, unknown>;

// The values of a client's fields by their keys, in forms that can be kept as JSON: an id is a text.
export type Values = Partial<Record<string, string | string[]>>;

// The same as typed: of a list, one item a line.
export type Typed = Partial<Record<string, string>>;

// What somebody has typed, and the client that they had before their eyes. Only the difference is theirs.
export interface ClientEdit {
  from: Values;
  typed: Typed;
}

type Fields = readonly FormField[];

const plain = (line: string): string => line.replace(/\s+/g, ' ').trim();

const lines = (text: string): string[] => text.split('\n').map(plain).filter(Boolean);

export const isList = ({ shape }: FormField): boolean =>
  shape === 'phones' || shape === 'emails' || shape === 'messengers';

const keyed = <T>(fields: Fields, valueOf: (field: FormField) => T): Partial<Record<string, T>> =>
  Object.fromEntries(fields.map((field) => [field.key, valueOf(field)]));

const listIn = (value: Values[string]): string[] => (Array.isArray(value) ? value : []);
const textIn = (value: Values[string]): string => (typeof value === 'string' ? value : '');

function valueIn(part: ClientPart, field: FormField): string | string[] {
  const value = part[localName(field.key)];
  if (isList(field)) return (value as string[] | undefined) ?? [];
  if (field.shape === 'company') return typeof value === 'bigint' && value ? String(value) : '';
  return (value as string | undefined) ?? '';
}

// Undefined: there is no client yet.
export const valuesOf = (fields: Fields, client: object | undefined): Values =>
  keyed(fields, (field) => valueIn((client ?? {}) as ClientPart, field));

function shown(field: FormField, value: Values[string]): string {
  if (!isList(field)) return textIn(value);
  return listIn(value)
    .map((item) => (field.shape === 'phones' ? phoneText(item) : item))
    .join('\n');
}

// A client as the form shows it before anything is typed.
export function editOf(fields: Fields, client: object | undefined): ClientEdit {
  const from = valuesOf(fields, client);
  return { from, typed: keyed(fields, (field) => shown(field, from[field.key])) };
}

// What is typed into a field that is not for the user to change is left out: it stays as it was.
export function withoutLocked(
  fields: Fields,
  { from, typed }: ClientEdit,
  isLocked: (key: string) => boolean,
): ClientEdit {
  const locked = fields.filter(({ key }) => isLocked(key));
  return { from, typed: { ...typed, ...keyed(locked, (field) => shown(field, from[field.key])) } };
}

export function typedValues(fields: Fields, typed: Typed): Values {
  return keyed(fields, (field) => {
    const text = typed[field.key] ?? '';
    return isList(field) ? lines(text) : text.trim();
  });
}

// As the service takes it: the fields that have values here.
export function partOf(fields: Fields, values: Values): ClientPart {
  const given = fields.filter(({ key }) => values[key] !== undefined);
  const value = ({ key, shape }: FormField) => (shape === 'company' ? BigInt(textIn(values[key])) : values[key]);
  return Object.fromEntries(given.map((field) => [localName(field.key), value(field)]));
}

// The fields to which this person and somebody else have given different values. Lists have what both have added.
export function disputed(fields: Fields, { from, typed }: ClientEdit, present: Values): FormField[] {
  const mine = typedValues(fields, typed);
  return fields.filter((field) => {
    const [was, is, wanted] = [from, present, mine].map((values) => textIn(values[field.key]));
    return !isList(field) && wanted !== was && is !== was && wanted !== is;
  });
}

// The dispute about a field is settled: the present value is replaced.
export function withReplaced({ from, typed }: ClientEdit, { key }: FormField, present: Values): ClientEdit {
  return { from: { ...from, [key]: present[key] }, typed };
}

// The dispute about a field is settled: the present value stays. What else is typed is kept.
export function withLeft(edit: ClientEdit, field: FormField, present: Values): ClientEdit {
  const { from, typed } = withReplaced(edit, field, present);
  return { from, typed: { ...typed, [field.key]: shown(field, present[field.key]) } };
}

const isSame = (one: Values[string], other: Values[string]): boolean => JSON.stringify(one) === JSON.stringify(other);

// What this person has added and removed, and what others have.
function merged(from: string[], typed: string[], present: string[]): string[] {
  if (isSame(typed, from)) return present;
  const left = typed.filter((item) => !from.includes(item) || present.includes(item));
  return [...left, ...present.filter((item) => !from.includes(item) && !typed.includes(item))];
}

// A phone that was not touched is as it is stored, not as it is shown.
function stored(typed: string[], known: string[]): string[] {
  const byText = new Map(known.map((phone) => [plain(phoneText(phone)), phone]));
  return typed.map((line) => byText.get(line) ?? line);
}

function settled(field: FormField, was: Values[string], typed: Values[string], is: Values[string]): Values[string] {
  if (!isList(field)) return typed === was ? is : typed;
  const [from, present] = [listIn(was), listIn(is)];
  return merged(from, stored(listIn(typed), [...from, ...present]), present);
}

// What to write to the client as it is now: the fields that the edit changes in it. None of them must be disputed.
export function changesTo(fields: Fields, present: Values, { from, typed }: ClientEdit): Values {
  const wanted = typedValues(fields, typed);
  const mine = keyed(fields, (field) => settled(field, from[field.key], wanted[field.key], present[field.key]));
  return Object.fromEntries(Object.entries(mine).filter(([key, value]) => !isSame(value, present[key])));
}

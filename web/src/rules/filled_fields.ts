import { localName } from '../fields/local_name';
import { valueFrom } from '../fields/value_forms';
import { Entity } from '../gen/voronka/crm/v1/field_set_pb';
import type { FieldValue } from '../gen/voronka/crm/v1/field_value_pb';
import { mayEditField } from '../people/rights';
import { askedForm } from './asked_forms';
import type { NamedField } from './named_fields';

// A value that was typed into a form that asks for fields.
export interface FilledField {
  named: NamedField;
  value: FieldValue;
}

// By the names of fields, as their editors have it.
export type TypedValues = Partial<Record<string, string>>;

export const isBlank = (values: TypedValues): boolean => Object.values(values).every((text) => !text);

// The fields of a resource that a request brings.
export interface Part {
  values: Record<string, unknown>;
  paths: string[];
}

const lists = new Set(['phones', 'emails', 'messengers']);

// A value of a field that every account has is a part of the resource itself.
function systemValue(key: string, { value }: FieldValue): unknown {
  return lists.has(key) ? [value.value] : value.value;
}

function partOf(filled: FilledField[]): Part {
  const own: Record<string, FieldValue> = {};
  const part: Part = { values: {}, paths: [] };
  for (const { named, value } of filled) {
    const { key, system } = named.field;
    if (system) part.values[localName(key)] = systemValue(key, value);
    else own[key] = value;
    part.paths.push(system ? key : `fields.${key}`);
  }
  return part.paths.length > 0 ? { ...part, values: { ...part.values, fields: own } } : part;
}

// What is filled in of the deal, of its client and of its company, and nothing else of them.
export function partsOf(filled: FilledField[]): Record<'deal' | 'contact' | 'company', Part> {
  const of = (entity: Entity) => partOf(filled.filter(({ named }) => named.entity === entity));
  return { deal: of(Entity.DEAL), contact: of(Entity.CONTACT), company: of(Entity.COMPANY) };
}

// Those of the fields that a form asks for which the user may fill in. Nothing is sent of the others.
export const openOf = (fields: NamedField[]): NamedField[] => fields.filter(({ field }) => mayEditField(field));

export interface Read {
  filled: FilledField[];
  // What cannot be sent, by the names of fields.
  problems: Record<string, string>;
}

// Reads what is typed. `blank`: why a field may not be blank; undefined: it may.
export function readTyped(
  fields: NamedField[],
  values: TypedValues,
  blank: (named: NamedField) => string | undefined,
  t: (key: string) => string,
): Read {
  const read: Read = { filled: [], problems: {} };
  for (const named of fields) {
    const form = askedForm(named.field.kind);
    if (!form) continue;
    const value = valueFrom(form, values[named.name] ?? '');
    const problem = value === null ? blank(named) : t(form.problem ?? 'errors.unexpected');
    if (value) read.filled.push({ named, value });
    else if (problem) read.problems[named.name] = problem;
  }
  return read;
}

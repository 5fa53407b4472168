import { localName } from '../fields/local_name';
import { valueFrom } from '../fields/value_forms';
import { Entity } from '../gen/voronka/crm/v1/field_set_pb';
import type { FieldValue } from '../gen/voronka/crm/v1/field_value_pb';
import type { Filled } from '../outbox/new_move';
import type { NamedField } from '../rules/named_fields';
import { askedForm } from './asked_forms';

// A value that was typed into the form of a move.
export interface FilledField {
  named: NamedField;
  value: FieldValue;
}

// The fields of a resource that a request changes.
interface Part {
  values: Record<string, unknown>;
  paths: string[];
}

const lists = new Set(['phones', 'emails']);

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

// What the move brings along: only what is filled in, so that nothing else of the deal, its client and its
// company changes.
export function broughtBy(filled: FilledField[], comment: string): Filled | undefined {
  const of = (entity: Entity) => partOf(filled.filter(({ named }) => named.entity === entity));
  const [deal, contact, company] = [of(Entity.DEAL), of(Entity.CONTACT), of(Entity.COMPANY)];
  if (!filled.length && !comment.trim()) return undefined;
  return {
    ...(deal.paths.length && { deal: deal.values, updateMask: { paths: deal.paths } }),
    ...(contact.paths.length && { contact: contact.values, contactUpdateMask: { paths: contact.paths } }),
    ...(company.paths.length && { company: company.values, companyUpdateMask: { paths: company.paths } }),
    comment: comment.trim(),
  };
}

export interface Read {
  filled: FilledField[];
  // What cannot be sent, by the names of fields.
  problems: Record<string, string>;
}

// Reads what is typed. `blank`: why a field may not be blank.
export function readTyped(
  fields: NamedField[],
  values: Partial<Record<string, string>>,
  blank: (named: NamedField) => string,
  t: (key: string) => string,
): Read {
  const read: Read = { filled: [], problems: {} };
  for (const named of fields) {
    const form = askedForm(named.field.kind);
    if (!form) continue;
    const value = valueFrom(form, values[named.name] ?? '');
    if (value) read.filled.push({ named, value });
    else read.problems[named.name] = value === null ? blank(named) : t(form.problem ?? 'errors.unexpected');
  }
  return read;
}

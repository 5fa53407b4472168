import { create } from '@bufbuild/protobuf';
import type { Timestamp } from '@bufbuild/protobuf/wkt';
import { kinds, type Kind } from '../fields/kinds';
import { labelOf } from '../fields/labels';
import { localName } from '../fields/local_name';
import type { Value } from '../fields/value_forms';
import { FieldSchema, Field_Kind, type Entity, type Field, type FieldSet } from '../gen/voronka/crm/v1/field_set_pb';
import type { FieldValue } from '../gen/voronka/crm/v1/field_value_pb';
import { fieldName } from '../rules/field_name';
import type { Column, Row } from './columns';

export const nothing: Value = { case: undefined };

export const textOf = (text: string): Value => (text ? { case: 'text', value: text } : nothing);
export const timeOf = (time: Timestamp | undefined): Value => (time ? { case: 'time', value: time } : nothing);
export const userOf = (userId: bigint): Value => (userId ? { case: 'userId', value: userId } : nothing);
export const idOf = (id: bigint): Value => (id ? { case: 'number', value: String(id) } : nothing);

const usualPx = 160;

const widths: Partial<Record<Field_Kind, number>> = {
  [Field_Kind.NUMBER]: 100,
  [Field_Kind.MONEY]: 140,
  [Field_Kind.DATE]: 130,
  [Field_Kind.YES_NO]: 110,
  [Field_Kind.MULTILINE_TEXT]: 240,
  [Field_Kind.ADDRESS]: 240,
};

// Every kind has one, but those that only name a record: their cells are links.
export const kindOf = (kind: Field_Kind): Kind | undefined => kinds[kind];

interface SystemColumn<T extends Row> extends Partial<Column<T>> {
  key: string;
  // Of what no field set has.
  kindOf?: Field_Kind;
  // Absent: the field set says it.
  label?: string;
  value: (row: T) => Value;
  // The value as the request has it. Absent: it is not changed in a cell.
  write?: (value: FieldValue | null, row: T) => unknown;
}

const plain = kinds[Field_Kind.TEXT] as Kind;

// A column of what every record of its kind has.
export function systemColumn<T extends Row>(
  word: string,
  set: { entity: Entity; fields: Field[] } | undefined,
  { key, kindOf: given, write, label, value, ...more }: SystemColumn<T>,
): Column<T> {
  const known = set?.fields.find((field) => field.key === key);
  const field = known ?? create(FieldSchema, { key, kind: given ?? Field_Kind.TEXT, system: true });
  const kind = more.kind ?? kinds[given ?? field.kind] ?? plain;
  return {
    ...{ name: `${word}.${key}`, field, kind, value, isUsual: false, width: widths[field.kind] ?? usualPx },
    label: label ?? (set ? labelOf(set.entity, field) : key),
    ...(write && {
      change: { path: key, place: `${word}.${key}`, part: (to, row) => ({ [localName(key)]: write(to, row) }) },
    }),
    ...more,
  };
}

type WithFields = Row & { fields: Record<string, FieldValue> };

function ownColumn<T extends WithFields>(entity: Entity, field: Field): Column<T>[] {
  const kind = kinds[field.kind];
  if (!kind) return [];
  const { key } = field;
  const word = fieldName(entity, '').slice(0, -1);
  return [
    {
      ...{ name: fieldName(entity, key), label: field.label || key, field, kind, isUsual: false },
      width: widths[field.kind] ?? usualPx,
      value: (row) => row.fields[key]?.value ?? nothing,
      change: {
        path: `fields.${key}`,
        place: `${word}.fields["${key}"]`,
        part: (value) => ({ fields: value ? { [key]: value } : {} }),
      },
    },
  ];
}

// Columns of the account's own fields, of those that records in the pipeline have. Empty: in any.
export function ownColumns<T extends WithFields>(set: FieldSet | undefined, pipeline: string): Column<T>[] {
  if (!set) return [];
  const isIn = ({ pipelines }: Field) => !pipeline || !pipelines.length || pipelines.includes(pipeline);
  return set.fields.filter((field) => !field.system && isIn(field)).flatMap((field) => ownColumn<T>(set.entity, field));
}

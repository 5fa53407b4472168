import { labelOf } from '../fields/labels';
import { Entity, type Field, type FieldSet } from '../gen/voronka/crm/v1/field_set_pb';
import { i18n } from '../i18n/i18n';
import { fieldName } from './field_name';

// A field by its name in rules.
export interface NamedField {
  name: string;
  entity: Entity;
  // With the label that people read.
  field: Field;
}

export type NamedFields = ReadonlyMap<string, NamedField>;

export function namedFields(sets: FieldSet[]): NamedFields {
  const all = sets.flatMap(({ entity, fields }) =>
    fields.map((field) => ({
      ...{ name: fieldName(entity, field.key), entity },
      field: { ...field, label: labelOf(entity, field) },
    })),
  );
  return new Map(all.map((named) => [named.name, named]));
}

const whose: Partial<Record<Entity, 'rules.ofClient' | 'rules.ofCompany'>> = {
  [Entity.CONTACT]: 'rules.ofClient',
  [Entity.COMPANY]: 'rules.ofCompany',
};

// «Сумма», «Телефон клиента», «ИНН компании»: where several entities may be meant, it says whose it is.
export function fullLabel(fields: NamedFields | undefined, name: string): string {
  const named = fields?.get(name);
  if (!named) return name;
  const { label } = named.field;
  const key = whose[named.entity];
  return key ? i18n.t(key, { label }) : label;
}

import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { Entity, Field_Kind, FieldSchema } from '../gen/voronka/crm/v1/field_set_pb';
import { fieldName } from './field_name';
import { isBlank, readTyped } from './filled_fields';
import type { NamedField } from './named_fields';

function named(entity: Entity, key: string, kind: Field_Kind, system = false): NamedField {
  return { name: fieldName(entity, key), entity, field: create(FieldSchema, { key, kind, system, label: key }) };
}

const amount = named(Entity.DEAL, 'amount', Field_Kind.MONEY, true);
const subject = named(Entity.DEAL, 'subject', Field_Kind.TEXT);
const phones = named(Entity.CONTACT, 'phones', Field_Kind.PHONE, true);
const inn = named(Entity.CONTACT, 'inn', Field_Kind.NUMBER);
const all = [amount, subject, phones, inn];

type Blank = (named: NamedField) => string | undefined;
const blankIs: Blank = ({ name }) => `blank ${name}`;
const read = (values: Record<string, string>, fields = all, blank = blankIs) =>
  readTyped(fields, values, blank, (key) => key);

test('what is blank or of another kind is said at its field', () => {
  expect(read({ 'deal.amount': 'много RUB', 'contact.phones': '+79161234567' }).problems).toEqual({
    'deal.amount': 'fields.notMoney',
    'deal.subject': 'blank deal.subject',
    'contact.inn': 'blank contact.inn',
  });
});

test('«нет» and 0 are answers', () => {
  const lift = named(Entity.DEAL, 'lift', Field_Kind.YES_NO);
  const floors = named(Entity.DEAL, 'floors', Field_Kind.NUMBER);
  expect(read({ 'deal.lift': 'no', 'deal.floors': '0' }, [lift, floors]).filled).toHaveLength(2);
});

test('where a field may be blank, it is left out, and only what is no value is said', () => {
  const mayBeBlank = () => undefined;
  const { filled, problems } = read({ 'deal.amount': 'много RUB', 'deal.subject': ' ' }, all, mayBeBlank);
  expect(filled).toEqual([]);
  expect(problems).toEqual({ 'deal.amount': 'fields.notMoney' });
});

test('what is emptied again is blank', () => {
  expect(isBlank({ 'deal.name': '' })).toBe(true);
  expect(isBlank({ 'deal.name': '', 'deal.lift': 'no' })).toBe(false);
});

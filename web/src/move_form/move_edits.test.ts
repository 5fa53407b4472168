import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { MoveDealRequestSchema } from '../gen/voronka/crm/v1/deal_pb';
import { Entity, Field_Kind, FieldSchema } from '../gen/voronka/crm/v1/field_set_pb';
import type { NamedField } from '../rules/named_fields';
import { fieldName } from '../rules/field_name';
import { readTyped } from '../rules/filled_fields';
import { broughtBy } from './move_edits';

function named(entity: Entity, key: string, kind: Field_Kind, system = false): NamedField {
  return { name: fieldName(entity, key), entity, field: create(FieldSchema, { key, kind, system, label: key }) };
}

const amount = named(Entity.DEAL, 'amount', Field_Kind.MONEY, true);
const subject = named(Entity.DEAL, 'subject', Field_Kind.TEXT);
const phones = named(Entity.CONTACT, 'phones', Field_Kind.PHONE, true);
const inn = named(Entity.CONTACT, 'inn', Field_Kind.NUMBER);
const taxNumber = named(Entity.COMPANY, 'tax_number', Field_Kind.TEXT, true);
const trade = named(Entity.COMPANY, 'trade', Field_Kind.TEXT);
const all = [amount, subject, phones, inn];

const read = (values: Record<string, string>, fields = all) =>
  readTyped(
    fields,
    values,
    ({ name }) => `blank ${name}`,
    (key) => key,
  );

test('what is filled in goes with the move: of the deal and of its client, each with its mask', () => {
  const { filled, problems } = read({
    'deal.amount': '12 500,50 RUB',
    'deal.subject': ' Двери ',
    'contact.phones': '+7 916 123-45-67',
    'contact.inn': '7701',
  });
  expect(problems).toEqual({});
  const brought = broughtBy(filled, ' Договорились ');
  expect(brought?.updateMask).toEqual({ paths: ['amount', 'fields.subject'] });
  expect(brought?.contactUpdateMask).toEqual({ paths: ['phones', 'fields.inn'] });
  const request = create(MoveDealRequestSchema, brought);
  expect(request.deal?.amount).toMatchObject({ minor: 1250050n, currency: 'RUB' });
  expect(request.deal?.fields.subject?.value).toEqual({ case: 'text', value: 'Двери' });
  expect(request.contact?.phones).toEqual(['+7 916 123-45-67']);
  expect(request.contact?.fields.inn?.value).toEqual({ case: 'number', value: '7701' });
  expect(request.comment).toBe('Договорились');
});

test('so does what is filled in of the company, and a company that is chosen for the client', () => {
  const employer = named(Entity.CONTACT, 'company_id', Field_Kind.COMPANY, true);
  const typed = { 'company.tax_number': '7701234567', 'company.trade': 'Опт', 'contact.company_id': '5' };
  const { filled, problems } = read(typed, [taxNumber, trade, employer]);
  expect(problems).toEqual({});
  const brought = broughtBy(filled, '');
  expect(brought?.companyUpdateMask).toEqual({ paths: ['tax_number', 'fields.trade'] });
  expect(brought?.contactUpdateMask).toEqual({ paths: ['company_id'] });
  const request = create(MoveDealRequestSchema, brought);
  expect(request.company?.taxNumber).toBe('7701234567');
  expect(request.company?.fields.trade?.value).toEqual({ case: 'text', value: 'Опт' });
  expect(request.contact?.companyId).toBe(5n);
  expect(request.deal).toBeUndefined();
});

test('a move that brings nothing has no masks', () => {
  expect(broughtBy([], ' ')).toBeUndefined();
  expect(broughtBy([], 'Так')).toEqual({ comment: 'Так' });
});

import { Code } from '@connectrpc/connect';
import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import type { Refusal, Violation } from '../api/refusal';
import { CreateDealRequestSchema } from '../gen/voronka/crm/v1/deal_pb';
import { Entity, Field_Kind, FieldSetSchema } from '../gen/voronka/crm/v1/field_set_pb';
import { readTyped } from '../rules/filled_fields';
import { namedFields } from '../rules/named_fields';
import { askedFields, newDeal, problemsOf } from './new_deal';

const system = (key: string, kind: Field_Kind) => ({ key, kind, system: true });

const fields = namedFields([
  create(FieldSetSchema, {
    entity: Entity.DEAL,
    fields: [
      ...[system('name', Field_Kind.TEXT), system('amount', Field_Kind.MONEY)],
      ...[system('contact_id', Field_Kind.CONTACT), system('company_id', Field_Kind.COMPANY)],
      { key: 'subject', kind: Field_Kind.TEXT, label: 'Тема' },
    ],
  }),
  create(FieldSetSchema, {
    entity: Entity.CONTACT,
    fields: [system('name', Field_Kind.TEXT), system('phones', Field_Kind.PHONE)],
  }),
  create(FieldSetSchema, { entity: Entity.COMPANY, fields: [system('name', Field_Kind.TEXT)] }),
]);

const names = ['deal.name', 'contact.name', 'contact.phones', 'company.name', 'deal.amount', 'deal.subject'];
const asked = askedFields(names, fields);
const namesOf = (some: string[]) => askedFields(some, fields).map(({ name }) => name);

function requestOf(typed: Record<string, string>) {
  const { filled } = readTyped(
    asked,
    typed,
    () => undefined,
    (key) => key,
  );
  return create(CreateDealRequestSchema, newDeal(filled, 'sales', 'new'));
}

test('a deal goes with its client and its company', () => {
  const request = requestOf({
    'deal.name': ' Двери ',
    'contact.name': 'Пётр',
    'contact.phones': '8 916 123-45-67',
    'company.name': 'ООО «Ромашка»',
    'deal.amount': '12 500 RUB',
    'deal.subject': 'Опт',
  });
  expect(request.deal).toMatchObject({ name: 'Двери', pipeline: 'sales', stage: 'new' });
  expect(request.deal?.amount).toMatchObject({ minor: 1250000n, currency: 'RUB' });
  expect(request.deal?.fields.subject?.value).toEqual({ case: 'text', value: 'Опт' });
  expect(request.contact).toMatchObject({ name: 'Пётр', phones: ['8 916 123-45-67'] });
  expect(request.company?.name).toBe('ООО «Ромашка»');
});

test('of whom nothing is typed, nothing is sent', () => {
  const request = requestOf({ 'contact.phones': '8 916 123-45-67', 'company.name': '  ' });
  expect(request.deal?.amount).toBeUndefined();
  expect(request.contact).toMatchObject({ name: '', phones: ['8 916 123-45-67'] });
  expect(request.company).toBeUndefined();
  expect(requestOf({}).contact).toBeUndefined();
  expect(requestOf({}).deal).toMatchObject({ name: '', pipeline: 'sales', stage: 'new' });
});

test('the fields come in the order of the pipeline; those that cannot be asked for are left out', () => {
  expect(namesOf(['deal.amount', 'deal.contact_id', 'company.gone', 'deal.name'])).toEqual([
    'deal.amount',
    'deal.name',
  ]);
  expect(namesOf(['deal.company_id'])).toEqual(['deal.company_id']);
  expect(namesOf(['deal.contact_id'])).toEqual(['deal.name']);
});

const refusal = (violations: Violation[]): Refusal => ({
  ...{ code: Code.InvalidArgument, reason: '', metadata: {}, message: 'Нельзя', fields: {} },
  violations,
});
const violation = (field: string, text: string): Violation => ({ reason: 'X', field, text });

test('a refusal is said at its fields, and below what has none', () => {
  const violations = [
    violation('contact.phones[0]', 'Не телефон'),
    violation('company.tax_number', 'Нужен ИНН'),
    violation('deal.stage', 'Этапа нет'),
    violation('company', 'Дважды'),
  ];
  expect(problemsOf(refusal(violations), asked)).toEqual({
    at: { 'contact.phones': 'Не телефон' },
    elsewhere: 'Нужен ИНН Этапа нет Дважды',
  });
  expect(problemsOf(refusal([]), asked)).toEqual({ at: {}, elsewhere: 'Нельзя' });
});

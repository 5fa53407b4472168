import { create, type MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { expect, test } from 'vitest';
import { CompanySchema } from '../gen/voronka/crm/v1/company_pb';
import { Comparison_Operator as Operator, ConditionSchema, type Condition } from '../gen/voronka/crm/v1/condition_pb';
import { ContactSchema } from '../gen/voronka/crm/v1/contact_pb';
import { DealSchema } from '../gen/voronka/crm/v1/deal_pb';
import type { FieldValueSchema } from '../gen/voronka/crm/v1/field_value_pb';
import { isTrue } from './condition_true';

type Value = NonNullable<MessageInitShape<typeof FieldValueSchema>['value']>;

const facts = {
  deal: create(DealSchema, {
    name: 'Двери для школы',
    amount: { minor: 500n, currency: 'RUB' },
    deadline: timestampFromMs(1_000),
    fields: {
      way: { value: { case: 'choice', value: 'courier' } },
      shops: { value: { case: 'choices', value: { keys: ['wood', 'glass'] } } },
      floors: { value: { case: 'number', value: '0' } },
      lift: { value: { case: 'yes', value: false } },
      measured: { value: { case: 'date', value: '2026-12-01' } },
    },
  }),
  contact: create(ContactSchema, { phones: ['+79161234567', '+79167654321'] }),
  company: create(CompanySchema, { taxNumber: '7701234567' }),
};

const comparison = (field: string, operator: Operator, ...values: Value[]): Condition =>
  create(ConditionSchema, {
    condition: { case: 'comparison', value: { field, operator, values: values.map((value) => ({ value })) } },
  });
const holds = (field: string, operator: Operator, ...values: Value[]) =>
  isTrue(comparison(field, operator, ...values), facts);
const courier = comparison('deal.way', Operator.ONE_OF, { case: 'choice', value: 'courier' });
const mail = comparison('deal.way', Operator.ONE_OF, { case: 'choice', value: 'mail' });

test('0 and «нет» are answers, blanks are not', () => {
  for (const name of ['deal.floors', 'deal.lift', 'deal.amount_confirmed', 'contact.phones', 'company.tax_number']) {
    expect(holds(name, Operator.FILLED)).toBe(true);
  }
  for (const name of ['deal.subject', 'deal.contact_id', 'contact.emails', 'company.site']) {
    expect(holds(name, Operator.BLANK)).toBe(true);
  }
  expect(holds('deal.subject', Operator.NONE_OF, { case: 'text', value: 'Двери' })).toBe(true);
});

test('of several choices, one is enough', () => {
  expect(holds('deal.shops', Operator.ONE_OF, { case: 'choice', value: 'glass' })).toBe(true);
  expect(holds('deal.shops', Operator.NONE_OF, { case: 'choice', value: 'wood' })).toBe(false);
  expect(holds('deal.shops', Operator.ONE_OF, { case: 'choice', value: 'metal' })).toBe(false);
});

test('numbers, money, days and moments have an order', () => {
  expect(holds('deal.floors', Operator.LESS, { case: 'number', value: '0.5' })).toBe(true);
  expect(holds('deal.floors', Operator.ONE_OF, { case: 'number', value: '0.0' })).toBe(true);
  const rub = { case: 'money', value: { minor: 400n, currency: 'RUB' } } as const;
  expect(holds('deal.amount', Operator.MORE, rub)).toBe(true);
  expect(holds('deal.amount', Operator.MORE, { ...rub, value: { minor: 400n, currency: 'USD' } })).toBe(false);
  expect(holds('deal.measured', Operator.LESS, { case: 'date', value: '2026-12-02' })).toBe(true);
  expect(holds('deal.deadline', Operator.MORE, { case: 'time', value: timestampFromMs(999) })).toBe(true);
});

test('words are found whatever the case of their letters', () => {
  expect(holds('deal.name', Operator.CONTAINS, { case: 'text', value: 'ШКОЛ' })).toBe(true);
  expect(holds('deal.name', Operator.CONTAINS, { case: 'text', value: 'окна' })).toBe(false);
});

test('conditions are joined and negated', () => {
  const joined = (joint: 'all' | 'any', ...conditions: Condition[]) =>
    isTrue(create(ConditionSchema, { condition: { case: joint, value: { conditions } } }), facts);
  expect(joined('all', courier, mail)).toBe(false);
  expect(joined('any', courier, mail)).toBe(true);
  expect(isTrue(create(ConditionSchema, { condition: { case: 'negation', value: mail } }), facts)).toBe(true);
});

test('of a deal without a client, what is asked of the client is blank', () => {
  const alone = { ...facts, contact: undefined };
  expect(isTrue(comparison('contact.phones', Operator.BLANK), alone)).toBe(true);
});

import { create, type MessageInitShape } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { Comparison_Operator as Operator, type ConditionSchema } from '../gen/voronka/crm/v1/condition_pb';
import { ContactSchema } from '../gen/voronka/crm/v1/contact_pb';
import { DealSchema } from '../gen/voronka/crm/v1/deal_pb';
import { Entity, Field_Kind, FieldSetSchema } from '../gen/voronka/crm/v1/field_set_pb';
import { FieldValueSchema, type FieldValue } from '../gen/voronka/crm/v1/field_value_pb';
import { StageSchema } from '../gen/voronka/crm/v1/pipeline_pb';
import { QuestionnaireSchema } from '../gen/voronka/crm/v1/questionnaire_pb';
import type { KnownFacts } from '../rules/field_values';
import { namedFields, type NamedField } from '../rules/named_fields';
import { answerIn, partOfAnswer, questionAbout, questionsOf, verdictOf } from './questionnaire';

const comparison = (
  field: string,
  operator: Operator,
  ...values: FieldValue['value'][]
): MessageInitShape<typeof ConditionSchema> => ({
  condition: { case: 'comparison', value: { field, operator, values: values.map((value) => ({ value })) } },
});

const portrait = create(QuestionnaireSchema, {
  questions: [
    { key: 'phone', field: 'contact.phones', required: true },
    { key: 'way', field: 'deal.way', required: true },
    {
      ...{ key: 'place', field: 'deal.place' },
      condition: comparison('deal.way', Operator.ONE_OF, { case: 'choice', value: 'courier' }),
    },
    { key: 'lift', field: 'deal.lift' },
  ],
  verdicts: [
    { key: 'ours', name: 'Целевой', condition: comparison('deal.way', Operator.FILLED) },
    { key: 'unclear', name: 'Неясно' },
  ],
});

const choice = (value: string) => ({ value: { case: 'choice' as const, value } });
const blank: KnownFacts = { deal: create(DealSchema), contact: undefined, company: undefined };
const withFields = (fields: MessageInitShape<typeof DealSchema>['fields']): KnownFacts => ({
  ...blank,
  deal: create(DealSchema, { fields }),
});

const keysOf = (facts: KnownFacts) => questionsOf(portrait, facts).map(({ question }) => question.key);
const answered = (facts: KnownFacts) =>
  questionsOf(portrait, facts).flatMap(({ question, isAnswered }) => (isAnswered ? [question.key] : []));

test('an answer opens its branch, and another closes it', () => {
  expect(keysOf(blank)).toEqual(['phone', 'way', 'lift']);
  expect(keysOf(withFields({ way: choice('courier') }))).toEqual(['phone', 'way', 'place', 'lift']);
  expect(keysOf(withFields({ way: choice('pickup') }))).toEqual(['phone', 'way', 'lift']);
});

test('what the fields say is answered; «нет» is an answer', () => {
  expect(answered(blank)).toEqual([]);
  expect(answered(withFields({ lift: { value: { case: 'yes', value: false } } }))).toEqual(['lift']);
  const contact = create(ContactSchema, { phones: ['+79161234567'] });
  expect(answered({ ...blank, contact })).toEqual(['phone']);
});

test('the first verdict that is true counts', () => {
  expect(verdictOf(portrait, withFields({ way: choice('pickup') }))?.key).toBe('ours');
  expect(verdictOf(portrait, blank)?.key).toBe('unclear');
  expect(verdictOf(create(QuestionnaireSchema), blank)).toBeUndefined();
});

test('a field is asked for in the words of the question that concerns the deal', () => {
  const byMail = comparison('deal.way', Operator.ONE_OF, { case: 'choice', value: 'mail' });
  const other = { key: 'office', text: 'В какое отделение?', field: 'deal.place', condition: byMail };
  const rules = [{ key: 'asked', ask: { case: 'questionnaire' as const, value: {} } }];
  const stages = [
    create(StageSchema, { key: 'talks', questionnaire: portrait, rules }),
    create(StageSchema, { key: 'post', questionnaire: { questions: [other] }, rules }),
    create(StageSchema, { key: 'idle', questionnaire: { questions: [{ key: 'sum', field: 'deal.amount' }] } }),
  ];
  const about = (name: string, way: string) => questionAbout(name, stages, withFields({ way: choice(way) }))?.key;
  expect([about('deal.place', 'courier'), about('deal.place', 'mail')]).toEqual(['place', 'office']);
  expect(about('deal.place', 'pickup')).toBe('place');
  expect(about('deal.amount', 'pickup')).toBeUndefined();
});

const known = namedFields([
  create(FieldSetSchema, {
    entity: Entity.DEAL,
    fields: [
      { key: 'amount', kind: Field_Kind.MONEY, system: true },
      { key: 'place', label: 'Место', kind: Field_Kind.TEXT },
    ],
  }),
  create(FieldSetSchema, {
    entity: Entity.CONTACT,
    fields: [{ key: 'phones', kind: Field_Kind.PHONE, system: true }],
  }),
]);
const field = (name: string): NamedField => {
  const found = known.get(name);
  if (!found) throw new Error(name);
  return found;
};

test('an editor begins with what the field says', () => {
  const deal = create(DealSchema, { amount: { minor: 0n, currency: 'RUB' } });
  expect(answerIn(deal, field('deal.amount'))?.value).toMatchObject({ case: 'money', value: { minor: 0n } });
  expect(answerIn(deal, field('deal.place'))).toBeUndefined();
  expect(answerIn(undefined, field('contact.phones'))).toBeUndefined();
});

test('an answer is written into its field alone, and taken back from it', () => {
  const value = create(FieldValueSchema, { value: { case: 'text', value: '+79161234567' } });
  expect(partOfAnswer(field('contact.phones'), value)).toEqual({
    values: { phones: ['+79161234567'], fields: {} },
    paths: ['phones'],
  });
  expect(partOfAnswer(field('deal.place'), value)).toEqual({
    values: { fields: { place: value } },
    paths: ['fields.place'],
  });
  expect(partOfAnswer(field('deal.amount'), undefined)).toEqual({ values: {}, paths: ['amount'] });
  expect(partOfAnswer(field('deal.place'), undefined).paths).toEqual(['fields.place']);
});

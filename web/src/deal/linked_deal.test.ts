import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { CreateLinkedDealRequestSchema, DealSchema } from '../gen/voronka/crm/v1/deal_pb';
import { Entity, Field_Kind, FieldSetSchema } from '../gen/voronka/crm/v1/field_set_pb';
import { Pipeline_Purpose as Purpose, PipelineSchema } from '../gen/voronka/crm/v1/pipeline_pb';
import { readTyped } from '../rules/filled_fields';
import { namedFields } from '../rules/named_fields';
import { askedOfLinked, linkedDeal, offeredFor } from './linked_deal';

const system = (key: string, kind: Field_Kind) => ({ key, kind, system: true });
const fields = namedFields([
  create(FieldSetSchema, {
    entity: Entity.DEAL,
    fields: [
      ...[system('name', Field_Kind.TEXT), system('contact_id', Field_Kind.CONTACT)],
      ...[system('company_id', Field_Kind.COMPANY), { key: 'demand', kind: Field_Kind.TEXT, label: 'Требование' }],
    ],
  }),
  create(FieldSetSchema, { entity: Entity.CONTACT, fields: [system('name', Field_Kind.TEXT)] }),
]);
const namesOf = (names: string[]) => askedOfLinked(names, fields).map(({ name }) => name);

test('nothing is asked about the client, whom the other deal has', () => {
  const names = ['contact.name', 'deal.demand', 'deal.company_id', 'deal.contact_id', 'deal.name'];
  expect(namesOf(names)).toEqual(['deal.demand', 'deal.name']);
  expect(namesOf(['contact.name'])).toEqual(['deal.name']);
  expect(namesOf([])).toEqual(['deal.name']);
});

test('what is filled in is sent with the deal that it is about', () => {
  const asked = askedOfLinked(['deal.demand'], fields);
  const { filled } = readTyped(
    asked,
    { 'deal.demand': 'Заменить' },
    () => undefined,
    (key) => key,
  );
  const source = create(DealSchema, { id: 7n });
  const request = create(CreateLinkedDealRequestSchema, linkedDeal(filled, source, 'claims', 2n));
  expect(request).toMatchObject({ dealId: 7n, deal: { pipeline: 'claims', responsibleUserId: 2n } });
  expect(request.deal?.fields.demand?.value).toEqual({ case: 'text', value: 'Заменить' });
});

test('claims are made in pipelines for claims, other deals in the others', () => {
  const of = (key: string, purpose: Purpose) => create(PipelineSchema, { key, purpose });
  const all = [
    ...[of('sales', Purpose.UNSPECIFIED), of('claims', Purpose.CLAIMS)],
    ...[of('todo', Purpose.ERRANDS), of('warm', Purpose.WARMING)],
  ];
  const keys = (isClaim: boolean) => offeredFor(isClaim, all).map(({ key }) => key);
  expect(keys(true)).toEqual(['claims']);
  expect(keys(false)).toEqual(['sales', 'todo', 'warm']);
});

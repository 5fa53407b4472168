import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { Comparison_Operator } from '../gen/voronka/crm/v1/condition_pb';
import { DealSchema } from '../gen/voronka/crm/v1/deal_pb';
import { StageSchema } from '../gen/voronka/crm/v1/pipeline_pb';
import { itemsOf } from './checklist';

const stage = create(StageSchema, {
  key: 'ready',
  checklist: [
    { key: 'call', text: 'Позвонить' },
    {
      key: 'car',
      text: 'Заказать машину',
      condition: {
        condition: {
          case: 'comparison',
          value: {
            field: 'deal.way',
            operator: Comparison_Operator.ONE_OF,
            values: [{ value: { case: 'choice', value: 'courier' } }],
          },
        },
      },
    },
  ],
});

const tick = { pipeline: 'sales', stage: 'ready', item: 'call', userId: 2n };
const deal = create(DealSchema, { pipeline: 'sales', stage: 'ready', checklistTicks: { ticks: [tick] } });
const facts = { deal, contact: undefined, company: undefined };

test('only the items that concern the deal are listed', () => {
  expect(itemsOf(stage, facts).map(({ item }) => item.key)).toEqual(['call']);
  const byCourier = { ...deal, fields: { way: { value: { case: 'choice', value: 'courier' } } } } as unknown;
  const listed = itemsOf(stage, { ...facts, deal: byCourier as typeof deal });
  expect(listed.map(({ item }) => item.key)).toEqual(['call', 'car']);
  expect(itemsOf(undefined, facts)).toEqual([]);
});

test('a tick counts in the stage where it was made', () => {
  expect(itemsOf(stage, facts)[0]?.tick?.userId).toBe(2n);
  const elsewhere = { ...deal, stage: 'packed' };
  expect(itemsOf({ checklist: stage.checklist.slice(0, 1) }, { ...facts, deal: elsewhere })[0]?.tick).toBeUndefined();
});

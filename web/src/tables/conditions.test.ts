import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { Comparison_Operator, ConditionSchema } from '../gen/voronka/crm/v1/condition_pb';
import { both, isFilled, oneOf } from './conditions';

const inSales = oneOf('deal.pipeline', [{ case: 'choice', value: 'sales' }]);
const hasAmount = isFilled('deal.amount', true);
const listOf = (condition: ReturnType<typeof both>) =>
  condition.condition.case === 'all' ? condition.condition.value.conditions : [];

test('without a filter there is only what is added', () => {
  expect(both(undefined, inSales)).toBe(inSales);
});

test('a list of conditions becomes longer, anything else becomes one of two', () => {
  const two = both(hasAmount, inSales);
  expect(listOf(two)).toEqual([hasAmount, inSales]);
  expect(listOf(both(two, isFilled('deal.name', false)))).toHaveLength(3);
  const any = create(ConditionSchema, { condition: { case: 'any', value: { conditions: [hasAmount, inSales] } } });
  expect(listOf(both(any, inSales))).toEqual([any, inSales]);
});

test('nothing is said twice', () => {
  const two = both(hasAmount, inSales);
  expect(both(two, isFilled('deal.amount', true))).toBe(two);
  expect(both(hasAmount, isFilled('deal.amount', true))).toBe(hasAmount);
});

test('a full list is not made longer', () => {
  const conditions = Array.from({ length: 20 }, () => hasAmount);
  const full = create(ConditionSchema, { condition: { case: 'all', value: { conditions } } });
  expect(listOf(both(full, inSales))).toEqual([full, inSales]);
});

test('blank and filled have no values', () => {
  expect(isFilled('deal.amount', false).condition.value).toMatchObject({
    ...{ field: 'deal.amount', operator: Comparison_Operator.BLANK, values: [] },
  });
});

import { create, equals } from '@bufbuild/protobuf';
import {
  Comparison_Operator,
  ComparisonSchema,
  ConditionSchema,
  type Condition,
} from '../gen/voronka/crm/v1/condition_pb';
import { FieldValueSchema } from '../gen/voronka/crm/v1/field_value_pb';
import type { Value } from '../fields/value_forms';

// What a service takes in one place.
const mostConditions = 20;

export const oneOf = (field: string, values: Value[]): Condition =>
  create(ConditionSchema, {
    condition: {
      case: 'comparison',
      value: create(ComparisonSchema, {
        field,
        operator: Comparison_Operator.ONE_OF,
        values: values.map((value) => create(FieldValueSchema, { value })),
      }),
    },
  });

// Whether the field has any value.
export const isFilled = (field: string, filled: boolean): Condition =>
  create(ConditionSchema, {
    condition: {
      case: 'comparison',
      value: create(ComparisonSchema, {
        field,
        operator: filled ? Comparison_Operator.FILLED : Comparison_Operator.BLANK,
      }),
    },
  });

// Both of them are true. A list of conditions becomes longer, not deeper: the depth has a bound. Nothing is said twice.
export function both(filter: Condition | undefined, further: Condition): Condition {
  if (!filter) return further;
  const listed = filter.condition.case === 'all' ? filter.condition.value.conditions : [filter];
  if (listed.some((each) => equals(ConditionSchema, each, further))) return filter;
  const conditions = listed.length < mostConditions ? [...listed, further] : [filter, further];
  return create(ConditionSchema, { condition: { case: 'all', value: { conditions } } });
}

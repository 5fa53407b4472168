import { fromJson, toJson, type MessageInitShape } from '@bufbuild/protobuf';
import { comparedForm, typedValue } from '../fields/compared_forms';
import { valueFrom } from '../fields/value_forms';
import {
  Comparison_Operator,
  ConditionSchema,
  type Comparison,
  type Condition,
  type ConditionJson,
} from '../gen/voronka/crm/v1/condition_pb';
import type { FieldValue } from '../gen/voronka/crm/v1/field_value_pb';
import type { NamedFields } from '../rules/named_fields';

export interface DraftComparison {
  field: string;
  operator: Comparison_Operator;
  // As the field's editor has them.
  values: string[];
}

// What holds of the deals that a rule binds, or that an item of a checklist is for: comparisons side by side. Others come
// from integrations and are kept as they are.
export type DraftCondition =
  { joint: 'all' | 'any'; comparisons: DraftComparison[] } | { joint: 'complex'; json: ConditionJson };

function draftComparison({ field, operator, values }: Comparison): DraftComparison {
  return { field, operator, values: values.map(typedValue) };
}

function comparisonsIn(conditions: Condition[]): DraftComparison[] | undefined {
  const plain = conditions.flatMap(({ condition }) => (condition.case === 'comparison' ? [condition.value] : []));
  return plain.length === conditions.length ? plain.map(draftComparison) : undefined;
}

export function draftCondition(condition: Condition): DraftCondition {
  const { case: joint, value } = condition.condition;
  if (joint === 'comparison') return { joint: 'all', comparisons: [draftComparison(value)] };
  const comparisons = joint === 'all' || joint === 'any' ? comparisonsIn(value.conditions) : undefined;
  return comparisons && (joint === 'all' || joint === 'any')
    ? { joint, comparisons }
    : { joint: 'complex', json: toJson(ConditionSchema, condition) };
}

export const takesValues = (operator: Comparison_Operator): boolean =>
  operator !== Comparison_Operator.FILLED && operator !== Comparison_Operator.BLANK;

function valuesOf({ field: name, operator, values }: DraftComparison, fields: NamedFields | undefined): FieldValue[] {
  const field = fields?.get(name)?.field;
  const form = field && comparedForm(field);
  if (!form || !takesValues(operator)) return [];
  return values.flatMap((typed) => valueFrom(form, typed) ?? []);
}

type ConditionInit = MessageInitShape<typeof ConditionSchema>;

// As the service takes it.
export function conditionOf(draft: DraftCondition, fields: NamedFields | undefined): ConditionInit | undefined {
  if (draft.joint === 'complex') return fromJson(ConditionSchema, draft.json);
  const comparisons: ConditionInit[] = draft.comparisons.map((comparison) => ({
    condition: {
      case: 'comparison',
      value: { field: comparison.field, operator: comparison.operator, values: valuesOf(comparison, fields) },
    },
  }));
  if (comparisons.length < 2) return comparisons[0];
  return { condition: { case: draft.joint, value: { conditions: comparisons } } };
}

import { create, type MessageInitShape } from '@bufbuild/protobuf';
import { typedValue } from '../fields/compared_forms';
import { valueFrom, type Value } from '../fields/value_forms';
import {
  Comparison_Operator as Operator,
  ConditionSchema,
  Period_Unit,
  type Comparison,
  type Condition,
  type Period,
} from '../gen/voronka/crm/v1/condition_pb';
import { FieldValueSchema, type FieldValue } from '../gen/voronka/crm/v1/field_value_pb';
import { operandOf, operatorOf, type Way } from './comparisons';
import type { FilterFields } from './filter_fields';
import { filterForm } from './filter_form';
import { daysPeriod, periodOf, typedPeriod } from './periods';
import { lowerBound, typedLower, typedUpper, upperBound } from './range_bounds';

// Stands for the caller among users.
export const me = 'me';

// One line of the panel.
export interface Row {
  field: string;
  way: Way;
  // As editors have them. Of a range: from and to. Of a period: `week:-1:-1`. Of days: their number.
  values: string[];
  // Tells rows of a panel apart.
  id?: string;
}

// Rows side by side. What has another shape was made elsewhere: it is kept as it is.
export type Draft = { joint: 'all' | 'any'; rows: Row[] } | { joint: 'complex'; filter: Condition };

type ConditionInit = MessageInitShape<typeof ConditionSchema>;

const wayOf: Partial<Record<Operator, Way>> = {
  [Operator.FILLED]: 'filled',
  [Operator.BLANK]: 'blank',
  [Operator.ONE_OF]: 'is',
  [Operator.NONE_OF]: 'isNot',
  [Operator.LESS]: 'less',
  [Operator.MORE]: 'more',
  [Operator.CONTAINS]: 'contains',
};

const periodWays: Partial<Record<Operator, Way>> = {
  [Operator.ONE_OF]: 'within',
  [Operator.NONE_OF]: 'notWithin',
  [Operator.LESS]: 'before',
  [Operator.MORE]: 'after',
};

// A number of days, if the period is said so.
function daysOf(operator: Operator, { unit, first, last }: Period): Pick<Row, 'way' | 'values'> | undefined {
  if (unit !== Period_Unit.DAY) return undefined;
  if (operator === Operator.LESS && first === last && first < 0) return { way: 'olderDays', values: [String(-first)] };
  if (operator !== Operator.ONE_OF || first === last) return undefined;
  if (last === 0) return { way: 'lastDays', values: [String(1 - first)] };
  return first === 0 ? { way: 'nextDays', values: [String(last + 1)] } : undefined;
}

function rowOfComparison({ field, operator, values, period, caller }: Comparison): Row | undefined {
  if (period) {
    const way = periodWays[operator];
    const row = daysOf(operator, period) ?? (way && { way, values: [typedPeriod(period)] });
    return row && { field, ...row };
  }
  const way = wayOf[operator];
  return way && { field, way, values: [...(caller ? [me] : []), ...values.map(typedValue)] };
}

// A range: what is more than the value before its beginning, and less than the value after its end.
function rowOfRange(conditions: Condition[]): Row | undefined {
  const bounds = conditions.flatMap(({ condition }) => (condition.case === 'comparison' ? [condition.value] : []));
  const [first] = bounds;
  const isRange =
    bounds.length === conditions.length &&
    bounds.length <= 2 &&
    bounds.every(({ field, values, period }) => field === first?.field && values.length === 1 && !period) &&
    new Set(bounds.map(({ operator }) => operator)).size === bounds.length;
  if (!first || !isRange) return undefined;
  const boundOf = (operator: Operator) => bounds.find((bound) => bound.operator === operator)?.values[0]?.value;
  const [more, less] = [boundOf(Operator.MORE), boundOf(Operator.LESS)];
  if ([more, less].filter(Boolean).length < bounds.length) return undefined;
  const from = more ? typedLower(more) : '';
  const to = less ? typedUpper(less) : '';
  return from === undefined || to === undefined
    ? undefined
    : { field: first.field, way: 'between', values: [from, to] };
}

function rowOf({ condition }: Condition): Row | undefined {
  if (condition.case === 'comparison') return rowOfComparison(condition.value);
  return condition.case === 'all' ? rowOfRange(condition.value.conditions) : undefined;
}

export function draftOf(filter: Condition | undefined): Draft {
  if (!filter) return { joint: 'all', rows: [] };
  const { case: joint, value } = filter.condition;
  const parts = joint === 'all' || joint === 'any' ? value.conditions : [filter];
  const rows = parts.flatMap((part) => rowOf(part) ?? []);
  return rows.length === parts.length ? { joint: joint === 'any' ? 'any' : 'all', rows } : { joint: 'complex', filter };
}

type Operands = Partial<Pick<Comparison, 'values' | 'period' | 'caller'>>;

const compared = (field: string, operator: Operator, operands: Operands = {}): ConditionInit => ({
  condition: { case: 'comparison', value: { field, operator, ...operands } },
});

function withValues({ field, way, values }: Row, fields: FilterFields): ConditionInit {
  const form = filterForm(fields.get(field)?.field);
  const others = values.filter((typed) => typed !== me);
  return compared(field, operatorOf[way as keyof typeof operatorOf], {
    values: others.flatMap((typed) => valueFrom(form, typed) ?? []),
    caller: values.length > others.length,
  });
}

const fieldValue = (value: Value): FieldValue => create(FieldValueSchema, { value });

function withRange({ field, values: [from = '', to = ''] }: Row, fields: FilterFields): ConditionInit {
  const form = filterForm(fields.get(field)?.field);
  const lower = lowerBound(form, from);
  const upper = upperBound(form, to);
  const conditions = [
    ...(lower ? [compared(field, Operator.MORE, { values: [fieldValue(lower)] })] : []),
    ...(upper ? [compared(field, Operator.LESS, { values: [fieldValue(upper)] })] : []),
  ];
  // Bounds that everything lies within.
  if (!conditions.length) return compared(field, Operator.FILLED);
  return { condition: { case: 'all', value: { conditions } } };
}

function withDays({ field, way, values: [typed = ''] }: Row): ConditionInit {
  const days = Number(typed);
  if (way === 'olderDays') return compared(field, Operator.LESS, { period: daysPeriod(-days, -days) });
  const period = way === 'lastDays' ? daysPeriod(1 - days, 0) : daysPeriod(0, days - 1);
  return compared(field, Operator.ONE_OF, { period });
}

function conditionOfRow(row: Row, fields: FilterFields): ConditionInit {
  const { field, way, values } = row;
  switch (operandOf(way)) {
    case 'range':
      return withRange(row, fields);
    case 'days':
      return withDays(row);
    case 'period':
      return compared(field, operatorOf[way as keyof typeof operatorOf], { period: periodOf(values[0] ?? '') });
    case 'none':
      return compared(field, operatorOf[way as keyof typeof operatorOf]);
    default:
      return withValues(row, fields);
  }
}

// A range alone stays inside, so that it is read as one again.
function joined(joint: 'all' | 'any', conditions: Condition[]): Condition | undefined {
  const [first] = conditions;
  if (!first) return undefined;
  if (conditions.length === 1 && first.condition.case === 'comparison') return first;
  return create(ConditionSchema, { condition: { case: joint, value: { conditions } } });
}

// As the service takes it. Undefined: nothing is asked.
export function filterOf(draft: Draft, fields: FilterFields): Condition | undefined {
  if (draft.joint === 'complex') return draft.filter;
  return joined(
    draft.joint,
    draft.rows.map((row) => create(ConditionSchema, conditionOfRow(row, fields))),
  );
}

// The filter without one of its rows; the others stay exactly as they are.
export function withoutRow({ condition }: Condition, at: number): Condition | undefined {
  if (condition.case !== 'all' && condition.case !== 'any') return undefined;
  return joined(
    condition.case,
    condition.value.conditions.filter((_, other) => other !== at),
  );
}

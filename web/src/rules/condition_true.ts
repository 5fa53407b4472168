import { equals } from '@bufbuild/protobuf';
import { timestampMs } from '@bufbuild/protobuf/wkt';
import type { Value } from '../fields/value_forms';
import { Comparison_Operator as Operator, type Comparison, type Condition } from '../gen/voronka/crm/v1/condition_pb';
import { MoneySchema } from '../gen/voronka/crm/v1/money_pb';
import { valuesOf, type KnownFacts } from './field_values';

function areEqual(one: Value, other: Value): boolean {
  if (one.case === 'number' && other.case === 'number') return Number(one.value) === Number(other.value);
  if (one.case === 'money' && other.case === 'money') return equals(MoneySchema, one.value, other.value);
  if (one.case === 'time' && other.case === 'time') return timestampMs(one.value) === timestampMs(other.value);
  return one.case === other.case && one.value === other.value;
}

// False where the two have no order.
function isBefore(one: Value, other: Value): boolean {
  if (one.case === 'number' && other.case === 'number') return Number(one.value) < Number(other.value);
  if (one.case === 'date' && other.case === 'date') return one.value < other.value;
  if (one.case === 'time' && other.case === 'time') return timestampMs(one.value) < timestampMs(other.value);
  if (one.case !== 'money' || other.case !== 'money') return false;
  return one.value.currency === other.value.currency && one.value.minor < other.value.minor;
}

const folded = (value: Value): string => (value.case === 'text' ? value.value.toLowerCase() : '');

function holds({ field, operator, values: compared }: Comparison, facts: KnownFacts): boolean {
  const values = valuesOf(field, facts);
  const wanted = compared.map(({ value }) => value);
  const first = wanted[0] ?? { case: undefined };
  const isAmong = (value: Value) => wanted.some((one) => areEqual(value, one));
  switch (operator) {
    case Operator.FILLED:
      return values.length > 0;
    case Operator.BLANK:
      return values.length === 0;
    case Operator.ONE_OF:
      return values.some(isAmong);
    case Operator.NONE_OF:
      return !values.some(isAmong);
    case Operator.LESS:
      return values.some((value) => isBefore(value, first));
    case Operator.MORE:
      return values.some((value) => isBefore(first, value));
    case Operator.CONTAINS:
      return values.some((value) => value.case === 'text' && folded(value).includes(folded(first)));
    default:
      return false;
  }
}

// Whether the condition is true, as the service decides it. What it would refuse is asked of the service; this only says
// at once what is shown.
export function isTrue({ condition }: Condition, facts: KnownFacts): boolean {
  switch (condition.case) {
    case 'comparison':
      return holds(condition.value, facts);
    case 'all':
      return condition.value.conditions.every((part) => isTrue(part, facts));
    case 'any':
      return condition.value.conditions.some((part) => isTrue(part, facts));
    case 'negation':
      return !isTrue(condition.value, facts);
    default:
      return true;
  }
}

import { fromBinary, toBinary } from '@bufbuild/protobuf';
import { base64Decode, base64Encode } from '@bufbuild/protobuf/wire';
import {
  Comparison_Operator,
  ConditionSchema,
  type Comparison,
  type Condition,
} from '../gen/voronka/crm/v1/condition_pb';
import type { FieldValue } from '../gen/voronka/crm/v1/field_value_pb';

// As the service bounds it.
const deepest = 5;

// The seconds of the years 1 to 9999.
const [earliest, latest] = [-62_135_596_800n, 253_402_300_799n];

// Whether it can be shown at all.
function isValue({ value }: FieldValue): boolean {
  switch (value.case) {
    case undefined:
      return false;
    case 'time':
      return value.value.seconds >= earliest && value.value.seconds <= latest;
    case 'date':
      return !Number.isNaN(Date.parse(value.value));
    case 'money':
      return /^[A-Z]{3}$/.test(value.value.currency);
    default:
      return true;
  }
}

const saysSomething = ({ field, operator, values }: Comparison): boolean =>
  field !== '' && operator !== Comparison_Operator.UNSPECIFIED && values.every(isValue);

// Whether it says something all through. What exactly may be said, the service checks.
function isWhole({ condition }: Condition, depth = 1): boolean {
  const { case: joint, value } = condition;
  if (depth > deepest) return false;
  switch (joint) {
    case 'comparison':
      return saysSomething(value);
    case 'all':
    case 'any':
      return value.conditions.length > 0 && value.conditions.every((part) => isWhole(part, depth + 1));
    case 'negation':
      return isWhole(value, depth + 1);
    default:
      return false;
  }
}

// A filter as a part of an address. Equal filters have equal links.
export const filterLink = (filter: Condition): string => base64Encode(toBinary(ConditionSchema, filter), 'url');

// Undefined: it is none.
export function filterOfLink(link: string): Condition | undefined {
  if (!link) return undefined;
  try {
    const filter = fromBinary(ConditionSchema, base64Decode(link));
    return isWhole(filter) ? filter : undefined;
  } catch {
    return undefined;
  }
}

export function isSameFilter(one: Condition | undefined, other: Condition | undefined): boolean {
  return (one && filterLink(one)) === (other && filterLink(other));
}

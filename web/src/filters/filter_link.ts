import { fromBinary, toBinary } from '@bufbuild/protobuf';
import { base64Decode, base64Encode } from '@bufbuild/protobuf/wire';
import { Comparison_Operator, ConditionSchema, type Condition } from '../gen/voronka/crm/v1/condition_pb';

// As the service bounds it.
const deepest = 5;

// Whether it says something all through. What exactly may be said, the service checks.
function isWhole({ condition: { case: joint, value } }: Condition, depth = 1): boolean {
  if (depth > deepest) return false;
  switch (joint) {
    case 'comparison':
      return value.field !== '' && value.operator !== Comparison_Operator.UNSPECIFIED;
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

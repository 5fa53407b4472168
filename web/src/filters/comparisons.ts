import { Comparison_Operator as Operator } from '../gen/voronka/crm/v1/condition_pb';
import { Field_Kind as Kind, type Field } from '../gen/voronka/crm/v1/field_set_pb';

// How people compare a field; some of them are several comparisons of the service.
export type Way =
  | 'is'
  | 'isNot'
  | 'contains'
  | 'less'
  | 'more'
  // Both bounds belong to it, and either may be left out.
  | 'between'
  // Of a period that moves along with the present one.
  | 'within'
  | 'notWithin'
  | 'before'
  | 'after'
  // Of a number of days.
  | 'lastDays'
  | 'nextDays'
  | 'olderDays'
  | 'filled'
  | 'blank';

const texts = new Set([Kind.TEXT, Kind.MULTILINE_TEXT, Kind.PHONE, Kind.EMAIL, Kind.LINK, Kind.ADDRESS]);
const calendar = new Set([Kind.DATE, Kind.TIME]);

const isOfCalendar = (kind: Kind): boolean => calendar.has(kind);

// What the system finds out always has an answer.
const isAlwaysKnown = ({ kind, system }: Pick<Field, 'kind' | 'system'>): boolean => system && kind === Kind.YES_NO;

function waysOfKind(kind: Kind): Way[] {
  if (texts.has(kind)) return ['contains', 'is', 'isNot'];
  if (kind === Kind.DATE) {
    return [
      'within',
      'lastDays',
      'nextDays',
      'olderDays',
      'between',
      'less',
      'more',
      'before',
      'after',
      'notWithin',
      'is',
    ];
  }
  if (kind === Kind.TIME) {
    return ['within', 'lastDays', 'nextDays', 'olderDays', 'between', 'less', 'more', 'before', 'after', 'notWithin'];
  }
  if (kind === Kind.NUMBER) return ['is', 'isNot', 'between', 'less', 'more'];
  if (kind === Kind.MONEY) return ['between', 'less', 'more', 'is', 'isNot'];
  return ['is', 'isNot'];
}

// The ways to compare a field, those that are asked most often first. Without a field: one that is not there any more.
export function waysOf(field: Pick<Field, 'kind' | 'system'> | undefined): Way[] {
  if (!field) return ['filled', 'blank'];
  if (isAlwaysKnown(field)) return ['is'];
  return [...waysOfKind(field.kind), 'filled', 'blank'];
}

// What the way is compared with.
export type Operand = 'none' | 'values' | 'one' | 'range' | 'period' | 'days';

const operands: Record<Way, Operand> = {
  ...({ filled: 'none', blank: 'none' } as const),
  ...({ is: 'values', isNot: 'values' } as const),
  ...({ contains: 'one', less: 'one', more: 'one' } as const),
  ...({ between: 'range' } as const),
  ...({ within: 'period', notWithin: 'period', before: 'period', after: 'period' } as const),
  ...({ lastDays: 'days', nextDays: 'days', olderDays: 'days' } as const),
};

export const operandOf = (way: Way): Operand => operands[way];

// Those that are one comparison with values, or with none.
export const operatorOf = {
  is: Operator.ONE_OF,
  isNot: Operator.NONE_OF,
  contains: Operator.CONTAINS,
  less: Operator.LESS,
  more: Operator.MORE,
  filled: Operator.FILLED,
  blank: Operator.BLANK,
  within: Operator.ONE_OF,
  notWithin: Operator.NONE_OF,
  before: Operator.LESS,
  after: Operator.MORE,
} as const satisfies Partial<Record<Way, Operator>>;

const ofDates: Partial<Record<Way, string>> = { less: 'earlier', more: 'later', between: 'betweenDates' };

// The key of what the way is called: dates are not less but earlier, and a choice is not equal but one of.
export function wayKey(way: Way, field: Pick<Field, 'kind'> | undefined): string {
  return (field && isOfCalendar(field.kind) && ofDates[way]) || way;
}

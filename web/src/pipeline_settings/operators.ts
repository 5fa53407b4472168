import { Comparison_Operator as Operator } from '../gen/voronka/crm/v1/condition_pb';
import { Field_Kind, type Field } from '../gen/voronka/crm/v1/field_set_pb';

const ordered = new Set([Field_Kind.NUMBER, Field_Kind.MONEY, Field_Kind.DATE, Field_Kind.TIME]);

const texts = new Set([
  ...[Field_Kind.TEXT, Field_Kind.MULTILINE_TEXT, Field_Kind.PHONE, Field_Kind.EMAIL],
  ...[Field_Kind.LINK, Field_Kind.ADDRESS],
]);

// A client or a company is there or not.
const references = new Set([Field_Kind.CONTACT, Field_Kind.COMPANY]);

// How a field can be compared, as the service decides it.
export function operatorsOf(field: Pick<Field, 'kind'> | undefined): Operator[] {
  if (!field || references.has(field.kind)) return [Operator.FILLED, Operator.BLANK];
  return [
    ...[Operator.FILLED, Operator.BLANK, Operator.ONE_OF, Operator.NONE_OF],
    ...(ordered.has(field.kind) ? [Operator.LESS, Operator.MORE] : []),
    ...(texts.has(field.kind) ? [Operator.CONTAINS] : []),
  ];
}

// Those that compare with one value only.
export const takesOne = (operator: Operator): boolean =>
  operator === Operator.LESS || operator === Operator.MORE || operator === Operator.CONTAINS;

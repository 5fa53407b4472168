import { equals, isMessage } from '@bufbuild/protobuf';
import { timestampMs, TimestampSchema } from '@bufbuild/protobuf/wkt';
import { isSystem } from '../fields/labels';
import { localName } from '../fields/local_name';
import type { Company } from '../gen/voronka/crm/v1/company_pb';
import { Comparison_Operator as Operator, type Comparison, type Condition } from '../gen/voronka/crm/v1/condition_pb';
import type { Contact } from '../gen/voronka/crm/v1/contact_pb';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { Entity } from '../gen/voronka/crm/v1/field_set_pb';
import type { FieldValue } from '../gen/voronka/crm/v1/field_value_pb';
import { MoneySchema } from '../gen/voronka/crm/v1/money_pb';
import { entityOf, keyOf } from './field_name';

// What conditions are decided by. Undefined: there is none, or it is not loaded.
export interface KnownFacts {
  deal: Deal;
  contact: Contact | undefined;
  company: Company | undefined;
}

type Value = FieldValue['value'];

function isBlank(value: Value): boolean {
  if (value.case === undefined) return true;
  if (value.case === 'choices') return value.value.keys.length === 0;
  return value.case === 'userId' ? value.value === 0n : value.value === '';
}

// Several choices are several values.
function ownValues(value: Value): Value[] {
  return value.case === 'choices' ? value.value.keys.map((key): Value => ({ case: 'choice', value: key })) : [value];
}

// Of a field that every account has.
function systemValue(value: unknown): Value {
  if (typeof value === 'string') return { case: 'text', value };
  if (typeof value === 'boolean') return { case: 'yes', value };
  if (typeof value === 'bigint') return value ? { case: 'number', value: String(value) } : { case: undefined };
  if (isMessage(value, MoneySchema)) return { case: 'money', value };
  return isMessage(value, TimestampSchema) ? { case: 'time', value } : { case: undefined };
}

function valuesOf(name: string, facts: KnownFacts): Value[] {
  const owners = {
    [Entity.UNSPECIFIED]: undefined,
    [Entity.DEAL]: facts.deal,
    [Entity.CONTACT]: facts.contact,
    [Entity.COMPANY]: facts.company,
  };
  const owner = owners[entityOf(name)];
  if (!owner) return [];
  const key = keyOf(name);
  const system = () => [(owner as unknown as Record<string, unknown>)[localName(key)]].flat().map(systemValue);
  const own = () => ownValues(owner.fields[key]?.value ?? { case: undefined });
  return (isSystem(entityOf(name), key) ? system() : own()).filter((value) => !isBlank(value));
}

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

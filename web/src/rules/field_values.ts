import { isMessage } from '@bufbuild/protobuf';
import { TimestampSchema } from '@bufbuild/protobuf/wkt';
import { isSystem } from '../fields/labels';
import { localName } from '../fields/local_name';
import type { Value } from '../fields/value_forms';
import type { Company } from '../gen/voronka/crm/v1/company_pb';
import type { Contact } from '../gen/voronka/crm/v1/contact_pb';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { Entity } from '../gen/voronka/crm/v1/field_set_pb';
import { MoneySchema } from '../gen/voronka/crm/v1/money_pb';
import { entityOf, keyOf } from './field_name';

// Who has the values that rules read.
export type Owner = Deal | Contact | Company;

// What conditions are decided by. Undefined: there is none, or it is not loaded.
export interface KnownFacts {
  deal: Deal;
  contact: Contact | undefined;
  company: Company | undefined;
}

// Whose field it is, by its name in rules.
export function ownerOf(name: string, facts: KnownFacts): Owner | undefined {
  const owners = {
    [Entity.UNSPECIFIED]: undefined,
    [Entity.DEAL]: facts.deal,
    [Entity.CONTACT]: facts.contact,
    [Entity.COMPANY]: facts.company,
    [Entity.TASK]: undefined,
  };
  return owners[entityOf(name)];
}

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

// What the field says, by its name in rules. Empty: nothing. Several phones are several values.
export function valuesIn(owner: Owner, name: string): Value[] {
  const key = keyOf(name);
  const system = () => [(owner as unknown as Record<string, unknown>)[localName(key)]].flat().map(systemValue);
  const own = () => ownValues(owner.fields[key]?.value ?? { case: undefined });
  return (isSystem(entityOf(name), key) ? system() : own()).filter((value) => !isBlank(value));
}

export function valuesOf(name: string, facts: KnownFacts): Value[] {
  const owner = ownerOf(name, facts);
  return owner ? valuesIn(owner, name) : [];
}

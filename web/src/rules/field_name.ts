import { Entity } from '../gen/voronka/crm/v1/field_set_pb';

const entities = [
  { entity: Entity.DEAL, prefix: 'deal' },
  { entity: Entity.CONTACT, prefix: 'contact' },
  { entity: Entity.COMPANY, prefix: 'company' },
] as const;

// A field as rules name it: `deal.amount`, `contact.phones`, `company.tax_number`.
export const fieldName = (entity: Entity, key: string): string =>
  `${entities.find((known) => known.entity === entity)?.prefix ?? ''}.${key}`;

// Whose field it is.
export const entityOf = (name: string): Entity =>
  entities.find(({ prefix }) => name.startsWith(`${prefix}.`))?.entity ?? Entity.UNSPECIFIED;

// The field that a violation is about: `deal.fields["subject"]`, `deal.amount.minor`, `contact.phones[0]`. Undefined: it
// is about none.
export function fieldAt(path: string): string | undefined {
  const [, entity, own, system] = /^(deal|contact|company)\.(?:fields\["(\w+)"\]|(\w+))/.exec(path) ?? [];
  const key = own ?? (system === 'fields' || system === 'checklist_ticks' ? undefined : system);
  return entity && key ? `${entity}.${key}` : undefined;
}

// The fields of a deal that have no editor of their own: a client or a company is looked for, and added if it is new.
export const itself = { [Entity.CONTACT]: 'deal.contact_id', [Entity.COMPANY]: 'deal.company_id' } as const;

export const isItself = (name: string): boolean => Object.values<string>(itself).includes(name);

export const keyOf = (name: string): string => name.slice(name.indexOf('.') + 1);

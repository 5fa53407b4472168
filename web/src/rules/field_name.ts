import { Entity } from '../gen/voronka/crm/v1/field_set_pb';

// A field as rules name it: `deal.amount`, `contact.phones`.
export const fieldName = (entity: Entity, key: string): string =>
  `${entity === Entity.CONTACT ? 'contact' : 'deal'}.${key}`;

// The field that a violation is about: `deal.fields["subject"]`, `deal.amount.minor`, `contact.phones[0]`. Undefined: it
// is about none.
export function fieldAt(path: string): string | undefined {
  const [, entity, own, system] = /^(deal|contact)\.(?:fields\["(\w+)"\]|(\w+))/.exec(path) ?? [];
  const key = own ?? (system === 'fields' ? undefined : system);
  return entity && key ? `${entity}.${key}` : undefined;
}

export const isOfContact = (name: string): boolean => name.startsWith('contact.');

// The one that has no editor of its own: it is chosen by its name, phone or email.
export const contactItself = 'deal.contact_id';

export const keyOf = (name: string): string => name.slice(name.indexOf('.') + 1);

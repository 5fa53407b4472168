import { Entity, type Field } from '../gen/voronka/crm/v1/field_set_pb';
import { i18n } from '../i18n/i18n';

// What every account calls its system fields, unless it has chosen another label.
const usual = {
  [Entity.UNSPECIFIED]: {},
  [Entity.DEAL]: {
    name: 'deal.name',
    amount: 'deal.amount',
    amount_confirmed: 'deal.amountConfirmed',
    deadline: 'deal.deadline',
    contact_id: 'deal.contact',
    company_id: 'clients.company',
  },
  [Entity.CONTACT]: {
    ...{ name: 'deal.contactName', phones: 'deal.phone', emails: 'deal.email' },
    ...{ messengers: 'reach.messenger' },
    ...{ company_id: 'clients.company', job_title: 'clients.jobTitle' },
  },
  [Entity.COMPANY]: {
    ...{ name: 'deal.name', tax_number: 'clients.taxNumber', phones: 'deal.phone', emails: 'deal.email' },
    ...{ site: 'clients.site', address: 'clients.address' },
  },
  [Entity.TASK]: {},
} as const satisfies Record<Entity, Record<string, string>>;

// Whether every account has the field, as opposed to a field of its own.
export const isSystem = (entity: Entity, key: string): boolean => Object.hasOwn(usual[entity], key);

// The usual label of a system field. Empty: it is a field of the account's own.
export function usualLabel(entity: Entity, key: string): string {
  const name = (usual[entity] as Partial<Record<string, string>>)[key];
  return name ? i18n.t(name) : '';
}

export function labelOf(entity: Entity, { key, label }: Pick<Field, 'key' | 'label'>): string {
  return label || usualLabel(entity, key) || key;
}

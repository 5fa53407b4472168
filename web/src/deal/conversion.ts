import { create, type MessageInitShape } from '@bufbuild/protobuf';
import type { Contact } from '../gen/voronka/crm/v1/contact_pb';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { FieldValue_ChoicesSchema, FieldValueSchema } from '../gen/voronka/crm/v1/field_value_pb';
import type { ConvertLeadRequestSchema } from '../gen/voronka/crm/v1/lead_pb';

type Request = Omit<MessageInitShape<typeof ConvertLeadRequestSchema>, '$typeName' | 'requestId'>;

// What the dialog asks for, as far as it is missing.
export interface TypedClient {
  name: string;
  phone: string;
  isFirm: boolean;
  company: string;
  taxNumber: string;
}

export const emptyClient: TypedClient = { name: '', phone: '', isFirm: false, company: '', taxNumber: '' };

// `contact`: that of the lead. Undefined: it has none.
type Known = Pick<Contact, 'name' | 'phones' | 'emails'> | undefined;

export const lacksName = (contact: Known): boolean => !contact?.name.trim();
export const lacksPhone = (contact: Known): boolean => !contact?.phones.length && !contact?.emails.length;

// Keys of texts by what is missing still.
export function clientProblems(contact: Known, typed: TypedClient, asksCompany: boolean) {
  return {
    name: lacksName(contact) && !typed.name.trim() ? ('leads.nameRequired' as const) : undefined,
    phone: lacksPhone(contact) && !typed.phone.trim() ? ('leads.phoneRequired' as const) : undefined,
    company: asksCompany && typed.isFirm && !typed.company.trim() ? ('leads.companyRequired' as const) : undefined,
  };
}

// Keys of choices by the key of the contact's field.
export type Chosen = Record<string, string[]>;

const valueOf = (keys: string[]) =>
  create(FieldValueSchema, { value: { case: 'choices', value: create(FieldValue_ChoicesSchema, { keys }) } });

// Of a lead without a contact, a new one; else what changes of the one that it has. Nothing: nothing is typed.
export function contactPart(
  contact: Known,
  typed: TypedClient,
  chosen: Chosen = {},
): Pick<Request, 'contact' | 'contactUpdateMask'> {
  const name = lacksName(contact) ? typed.name.trim() : '';
  const phone = lacksPhone(contact) ? typed.phone.trim() : '';
  const made = Object.entries(chosen).filter(([, keys]) => keys.length > 0);
  const paths = [...(name ? ['name'] : []), ...(phone ? ['phones'] : []), ...made.map(([key]) => `fields.${key}`)];
  if (!paths.length) return {};
  const fields = Object.fromEntries(made.map(([key, keys]) => [key, valueOf(keys)]));
  const values = { ...(name ? { name } : {}), ...(phone ? { phones: [phone] } : {}), fields };
  return contact ? { contact: values, contactUpdateMask: { paths } } : { contact: values };
}

export function conversionOf(
  lead: Pick<Deal, 'id' | 'epoch' | 'companyId'>,
  contact: Known,
  typed: TypedClient,
  pipeline: string,
): Request {
  const makesCompany = typed.isFirm && !lead.companyId;
  return {
    dealId: lead.id,
    epoch: lead.epoch,
    pipeline,
    ...contactPart(contact, typed),
    ...(makesCompany && { company: { name: typed.company.trim(), taxNumber: typed.taxNumber.trim() } }),
  };
}

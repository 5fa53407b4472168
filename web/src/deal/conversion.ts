import { create, type MessageInitShape } from '@bufbuild/protobuf';
import type { Contact } from '../gen/voronka/crm/v1/contact_pb';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { FieldValue_ChoicesSchema, FieldValueSchema } from '../gen/voronka/crm/v1/field_value_pb';
import type { ConvertLeadRequestSchema } from '../gen/voronka/crm/v1/lead_pb';
import { partsOf, type FilledField, type Part } from '../rules/filled_fields';

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

const nothing: Part = { values: {}, paths: [] };

function joined(one: Part, other: Part): Part {
  const fields = { ...(one.values.fields as object), ...(other.values.fields as object) };
  return { values: { ...one.values, ...other.values, fields }, paths: [...one.paths, ...other.paths] };
}

function typedContact(contact: Known, typed: TypedClient, chosen: Chosen): Part {
  const name = lacksName(contact) ? typed.name.trim() : '';
  const phone = lacksPhone(contact) ? typed.phone.trim() : '';
  const made = Object.entries(chosen).filter(([, keys]) => keys.length > 0);
  const fields = Object.fromEntries(made.map(([key, keys]) => [key, valueOf(keys)]));
  return {
    values: { ...(name ? { name } : {}), ...(phone ? { phones: [phone] } : {}), fields },
    paths: [...(name ? ['name'] : []), ...(phone ? ['phones'] : []), ...made.map(([key]) => `fields.${key}`)],
  };
}

// Of a lead without a contact, a new one; else what changes of the one that it has. `asked`: what else the rules of
// stages ask of it. Nothing: nothing is typed.
export function contactPart(
  contact: Known,
  typed: TypedClient,
  chosen: Chosen = {},
  asked: Part = nothing,
): Pick<Request, 'contact' | 'contactUpdateMask'> {
  const { values, paths } = joined(typedContact(contact, typed, chosen), asked);
  if (!paths.length) return {};
  return contact ? { contact: values, contactUpdateMask: { paths } } : { contact: values };
}

function companyPart(
  { companyId }: Pick<Deal, 'companyId'>,
  typed: TypedClient,
  asked: Part,
): Pick<Request, 'company' | 'companyUpdateMask'> {
  if (companyId) return asked.paths.length ? { company: asked.values, companyUpdateMask: { paths: asked.paths } } : {};
  if (!typed.isFirm) return {};
  return { company: { ...asked.values, name: typed.company.trim(), taxNumber: typed.taxNumber.trim() } };
}

// Where the deal is made. Empty: where the service says.
export interface Target {
  pipeline: string;
  stage: string;
}

// `filled`: what the rules of the two stages ask for besides the client.
export function conversionOf(
  lead: Pick<Deal, 'id' | 'epoch' | 'companyId'>,
  contact: Known,
  typed: TypedClient,
  target: Target,
  filled: FilledField[] = [],
  comment = '',
): Request {
  const asked = partsOf(filled);
  return {
    dealId: lead.id,
    epoch: lead.epoch,
    ...target,
    ...contactPart(contact, typed, {}, asked.contact),
    ...companyPart(lead, typed, asked.company),
    ...(asked.deal.paths.length && { deal: asked.deal.values, updateMask: { paths: asked.deal.paths } }),
    ...(comment.trim() && { comment: comment.trim() }),
  };
}

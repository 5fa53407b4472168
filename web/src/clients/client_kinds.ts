import { contacts } from '../api/clients';
import { companies } from '../api/later_clients';
import type { Company } from '../gen/voronka/crm/v1/company_pb';
import type { Contact } from '../gen/voronka/crm/v1/contact_pb';
import { Entity } from '../gen/voronka/crm/v1/field_set_pb';
import type { ClientPart } from './client_edit';
import { companyFields, contactFields, type FormField } from './form_fields';

// To whom the account sells: a person, or an organization.
export type Client = Contact | Company;

export interface ClientChange {
  requestId: string;
  part: ClientPart;
  updateMask: { paths: string[] };
  etag: bigint;
}

// What is particular to contacts, or to companies.
export interface ClientKind<T extends Client> {
  // What the service calls it in a request.
  name: 'contact' | 'company';
  entity: Entity.CONTACT | Entity.COMPANY;
  // What every account asks about one.
  fields: readonly FormField[];
  get: (id: bigint) => Promise<T>;
  add: (requestId: string, part: ClientPart) => Promise<T>;
  update: (id: bigint, change: ClientChange) => Promise<T>;
}

export const contactKind: ClientKind<Contact> = {
  name: 'contact',
  entity: Entity.CONTACT,
  fields: contactFields,
  get: (contactId) => contacts.getContact({ contactId }),
  add: (requestId, contact) => contacts.createContact({ requestId, contact }),
  update: (contactId, { part, ...change }) => contacts.updateContact({ ...change, contactId, contact: part }),
};

export const companyKind: ClientKind<Company> = {
  name: 'company',
  entity: Entity.COMPANY,
  fields: companyFields,
  get: (companyId) => companies.getCompany({ companyId }),
  add: (requestId, company) => companies.createCompany({ requestId, company }),
  update: (companyId, { part, ...change }) => companies.updateCompany({ ...change, companyId, company: part }),
};

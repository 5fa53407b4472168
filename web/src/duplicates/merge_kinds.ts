import { contacts } from '../api/clients';
import { companies } from '../api/later_clients';
import type { Client, ClientKind } from '../clients/client_kinds';
import { ClientKind as Kind, type Merge } from '../gen/voronka/crm/v1/merge_pb';
import { merges } from './merge_client';

export const kindOf = ({ name }: Pick<ClientKind<Client>, 'name'>): Kind =>
  name === 'contact' ? Kind.CONTACT : Kind.COMPANY;

export interface MergeRequest {
  requestId: string;
  survivorId: bigint;
  mergedId: bigint;
  taken: { paths: string[] };
}

export function mergeClients(kind: Kind, { requestId, survivorId, mergedId, taken }: MergeRequest): Promise<Merge> {
  return kind === Kind.CONTACT
    ? merges.mergeContacts({ requestId, survivorContactId: survivorId, mergedContactId: mergedId, taken })
    : merges.mergeCompanies({ requestId, survivorCompanyId: survivorId, mergedCompanyId: mergedId, taken });
}

export async function dismissSuspect(kind: Kind, id: bigint, requestId: string): Promise<void> {
  const suspect =
    kind === Kind.CONTACT ? { case: 'contactId' as const, value: id } : { case: 'companyId' as const, value: id };
  await merges.dismissSuspect({ requestId, suspect });
}

const isNumber = (typed: string): boolean => /^\d{1,9}$/.test(typed);

async function foundContact(typed: string): Promise<bigint | undefined> {
  const by = typed.includes('@') ? { email: typed } : { phone: typed };
  const { contacts: found } = await contacts.listContacts(by);
  return found[0]?.id;
}

async function foundCompany(typed: string): Promise<bigint | undefined> {
  const by = /^\d{10,}$/.test(typed) ? { taxNumber: typed } : { name: typed };
  const { companies: found } = await companies.listCompanies({ ...by, pageSize: 1 });
  return found[0]?.id;
}

// By what somebody types: the number in the address of its page, or what it is known by. Undefined: there is none.
export async function findDuplicate(kind: Kind, typed: string): Promise<bigint | undefined> {
  if (isNumber(typed)) return BigInt(typed);
  return kind === Kind.CONTACT ? foundContact(typed) : foundCompany(typed);
}

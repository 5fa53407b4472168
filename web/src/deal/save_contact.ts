import { contacts, deals } from '../api/clients';
import { queryClient } from '../api/query_client';
import { refusalOf } from '../api/refusal';
import { loadCards } from '../cards/card_loader';
import { cardStore } from '../cards/card_store';
import type { Contact } from '../gen/voronka/crm/v1/contact_pb';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { contactKey } from './deal_query';

// The contact as typed: one phone or address per line.
export interface DraftContact {
  name: string;
  phones: string;
  emails: string;
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean);

function fieldsOf({ name, phones, emails }: DraftContact) {
  return { name: name.trim(), phones: lines(phones), emails: lines(emails) };
}

// `known`: a phone or an email already belongs to that contact, so that none was made.
async function made(requestId: string, draft: DraftContact): Promise<{ id: bigint } | { known: Contact }> {
  try {
    return { id: (await contacts.createContact({ requestId, contact: fieldsOf(draft) })).id };
  } catch (error) {
    const { reason, metadata } = refusalOf(error);
    if (reason !== 'CONTACT_EXISTS' || !metadata.contact_id) throw error;
    return { known: await contacts.getContact({ contactId: BigInt(metadata.contact_id) }) };
  }
}

// Makes the contact the deal's client.
export async function attach(requestId: string, dealId: bigint, contactId: bigint): Promise<void> {
  const request = {
    requestId: `${requestId}.deal`,
    dealId,
    deal: { contactId },
    updateMask: { paths: ['contact_id'] },
  };
  cardStore.putDeals([await deals.updateDeal(request)]);
  loadCards([dealId]);
}

// Whether the client is known under this very name, so that there is nothing to ask.
export function isSameName(typed: string, known: string): boolean {
  const plain = (name: string) => name.trim().normalize('NFC').toLocaleLowerCase().replace(/\s+/g, ' ');
  return plain(typed) === plain(known);
}

async function addContact(requestId: string, deal: Deal, draft: DraftContact): Promise<Contact | undefined> {
  const result = await made(requestId, draft);
  if ('known' in result && !isSameName(draft.name, result.known.name)) return result.known;
  await attach(requestId, deal.id, 'known' in result ? result.known.id : result.id);
  return undefined;
}

// Returns the contact that a phone or an email already belongs to under another name. Nothing is saved then.
export async function saveContact(requestId: string, deal: Deal, contact: Contact | undefined, draft: DraftContact) {
  if (!contact) return addContact(requestId, deal, draft);
  const changed = await contacts.updateContact({
    requestId,
    contactId: contact.id,
    contact: fieldsOf(draft),
    updateMask: { paths: ['name', 'phones', 'emails'] },
    etag: contact.etag,
  });
  queryClient.setQueryData(contactKey(contact.id), changed);
  return undefined;
}

export async function reloadContact(contactId: bigint): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: contactKey(contactId) });
}

import { contacts } from '../api/clients';
import { queryClient } from '../api/query_client';
import { refusalOf } from '../api/refusal';
import { loadCards } from '../cards/card_loader';
import { cardStore } from '../cards/card_store';
import type { Contact } from '../gen/voronka/crm/v1/contact_pb';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { changesTo, isNameDisputed, typedFields, type ContactEdit, type DraftContact } from './client_edit';
import { contactKey } from '../deal/deal_query';
import { updateField } from '../deal/edit_deal';

// `known`: a phone or an email already belongs to that contact, so that none was made.
async function made(requestId: string, draft: DraftContact): Promise<{ id: bigint } | { known: Contact }> {
  try {
    return { id: (await contacts.createContact({ requestId, contact: typedFields(draft) })).id };
  } catch (error) {
    const { reason, metadata } = refusalOf(error);
    if (reason !== 'CONTACT_EXISTS' || !metadata.contact_id) throw error;
    return { known: await contacts.getContact({ contactId: BigInt(metadata.contact_id) }) };
  }
}

// Makes the contact the deal's client. Refused if somebody else has given it one meanwhile.
export async function attach(requestId: string, deal: Deal, contactId: bigint): Promise<void> {
  const edit = { requestId: `${requestId}.deal`, deal: { contactId }, path: 'contact_id' as const };
  cardStore.putDeals([await updateField(deal, edit)]);
  loadCards([deal.id]);
}

// Whether the client is known under this very name, so that there is nothing to ask.
export function isSameName(typed: string, known: string): boolean {
  const plain = (name: string) => name.trim().normalize('NFC').toLocaleLowerCase().replace(/\s+/g, ' ');
  return plain(typed) === plain(known);
}

async function addContact(requestId: string, deal: Deal, draft: DraftContact): Promise<Contact | undefined> {
  const result = await made(requestId, draft);
  if ('known' in result && !isSameName(draft.name, result.known.name)) return result.known;
  await attach(requestId, deal, 'known' in result ? result.known.id : result.id);
  return undefined;
}

// Writes what the edit changes in the contact, if anything.
async function write(requestId: string, contact: Contact, edit: ContactEdit): Promise<void> {
  const fields = changesTo(contact, edit);
  const paths = Object.keys(fields);
  if (paths.length === 0) return;
  const request = { requestId, contactId: contact.id, contact: fields, updateMask: { paths }, etag: contact.etag };
  queryClient.setQueryData(contactKey(contact.id), await contacts.updateContact(request));
}

// What somebody else has changed meanwhile stays. Refused if both have changed the name.
async function changeContact(requestId: string, contact: Contact, edit: ContactEdit): Promise<void> {
  try {
    await write(requestId, contact, edit);
  } catch (error) {
    if (refusalOf(error).reason !== 'STALE_ETAG') throw error;
    const present = await contacts.getContact({ contactId: contact.id });
    queryClient.setQueryData(contactKey(contact.id), present);
    if (isNameDisputed(edit, present)) throw error;
    await write(`${requestId}.${present.etag}`, present, edit);
  }
}

// `contact`: the deal's client as the page knows it. Returns the contact that a phone or an email already belongs to
// under another name. Nothing is saved then.
export async function saveContact(requestId: string, deal: Deal, contact: Contact | undefined, edit: ContactEdit) {
  if (!contact) return addContact(requestId, deal, edit.typed);
  await changeContact(requestId, contact, edit);
  return undefined;
}

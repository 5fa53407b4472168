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

// When a phone or an email already belongs to a contact, that contact becomes the deal's client.
async function made(requestId: string, draft: DraftContact): Promise<bigint> {
  try {
    return (await contacts.createContact({ requestId, contact: fieldsOf(draft) })).id;
  } catch (error) {
    const { reason, metadata } = refusalOf(error);
    const known = metadata.contact_id;
    if (reason !== 'CONTACT_EXISTS' || !known) throw error;
    return BigInt(known);
  }
}

async function attach(requestId: string, dealId: bigint, contactId: bigint): Promise<void> {
  const request = {
    requestId: `${requestId}.deal`,
    dealId,
    deal: { contactId },
    updateMask: { paths: ['contact_id'] },
  };
  cardStore.putDeals([await deals.updateDeal(request)]);
  loadCards([dealId]);
}

export async function saveContact(requestId: string, deal: Deal, contact: Contact | undefined, draft: DraftContact) {
  if (!contact) return attach(requestId, deal.id, await made(requestId, draft));
  const changed = await contacts.updateContact({
    requestId,
    contactId: contact.id,
    contact: fieldsOf(draft),
    updateMask: { paths: ['name', 'phones', 'emails'] },
    etag: contact.etag,
  });
  queryClient.setQueryData(contactKey(contact.id), changed);
}

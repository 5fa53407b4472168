import { useState } from 'react';
import { partOf, typedValues, type ClientEdit } from '../clients/client_edit';
import { ClientForm } from '../clients/ClientForm';
import { contactKind } from '../clients/client_kinds';
import { madeContact, saveClient } from '../clients/save_client';
import type { Contact } from '../gen/voronka/crm/v1/contact_pb';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { useDraft } from '../session/draft';
import { attach } from './attach';

interface ContactFormProps {
  deal: Deal;
  // Undefined: the deal has no contact yet.
  contact: Contact | undefined;
  close: () => void;
}

async function addContact(requestId: string, deal: Deal, { typed }: ClientEdit): Promise<Contact | undefined> {
  const { fields } = contactKind;
  const made = await madeContact(requestId, partOf(fields, typedValues(fields, typed)));
  if ('known' in made) return made.known;
  await attach(requestId, deal, { contactId: made.id });
  return undefined;
}

// Whoever is new to a deal mostly speaks for its company.
export const beginningOf = ({ companyId }: Deal) => (companyId ? { company_id: String(companyId) } : undefined);

// What was typed for a new client is offered also if a colleague gave the deal another meanwhile. What was typed for one
// contact is not offered for another.
function useDraftName(deal: Deal, contact: Contact | undefined): string {
  const ofNew = `contact-of-deal-${deal.id}`;
  const [typedForNew] = useDraft(ofNew);
  const [hasTypedForNew] = useState(typedForNew !== '');
  return contact && !hasTypedForNew ? `contact-${contact.id}` : ofNew;
}

// The deal's main contact: a new one, or the one that it has.
export function ContactForm({ deal, contact, close }: ContactFormProps) {
  const draft = useDraftName(deal, contact);
  return (
    <ClientForm
      key={String(contact?.id)}
      kind={contactKind}
      client={contact}
      draft={draft}
      begin={contact ? undefined : beginningOf(deal)}
      save={async (requestId, edit) => {
        if (!contact) return addContact(requestId, deal, edit);
        await saveClient(contactKind, requestId, contact, edit);
        return undefined;
      }}
      takeKnown={(requestId, known) => attach(requestId, deal, { contactId: known.id })}
      close={close}
    />
  );
}

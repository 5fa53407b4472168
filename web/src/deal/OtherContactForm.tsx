import { partOf, typedValues, type ClientEdit } from '../clients/client_edit';
import { ClientForm } from '../clients/ClientForm';
import { contactKind } from '../clients/client_kinds';
import type { FormField } from '../clients/form_fields';
import { madeContact } from '../clients/save_client';
import type { Contact } from '../gen/voronka/crm/v1/contact_pb';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { beginningOf } from './ContactForm';
import { addToDeal } from './deal_contacts';

const role: FormField = { key: 'role', shape: 'line', label: 'clients.role', path: 'deal_contact.role' };
const asked = [...contactKind.fields.filter(({ key }) => key !== 'company_id'), role];

const add = (requestId: string, deal: Deal, contactId: bigint, { typed }: ClientEdit) =>
  addToDeal(`${requestId}.deal`, { dealId: deal.id, contactId, role: typed.role?.trim() ?? '' });

async function make(requestId: string, deal: Deal, edit: ClientEdit): Promise<Contact | undefined> {
  const { fields } = contactKind;
  const values = typedValues(fields, { ...edit.typed, ...beginningOf(deal) });
  const made = await madeContact(requestId, partOf(fields, values));
  if ('known' in made) return made.known;
  await add(requestId, deal, made.id, edit);
  return undefined;
}

// Somebody else who takes part in the deal, and what they are in it.
export function OtherContactForm({ deal, close }: { deal: Deal; close: () => void }) {
  return (
    <ClientForm
      kind={contactKind}
      client={undefined}
      draft={`other-contact-${deal.id}`}
      fields={asked}
      save={(requestId, edit) => make(requestId, deal, edit)}
      takeKnown={(requestId, known, edit) => add(requestId, deal, known.id, edit)}
      close={close}
    />
  );
}

import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { partOf, typedValues, type ClientEdit } from '../clients/client_edit';
import { companyKind, contactKind } from '../clients/client_kinds';
import { putClient } from '../clients/client_query';
import { ClientForm } from '../clients/ClientForm';
import { madeContact } from '../clients/save_client';
import { Dialog } from '../components/Dialog';
import type { Contact } from '../gen/voronka/crm/v1/contact_pb';
import { useTranslation } from '../i18n/translation';
import { clientPath } from '../navigation/client_path';

export type Kind = 'contact' | 'company';

// Opens the page of the contact who is made, or who is known by a phone under this name.
async function addContact(requestId: string, { typed }: ClientEdit): Promise<Contact | undefined> {
  const { fields } = contactKind;
  const made = await madeContact(requestId, partOf(fields, typedValues(fields, typed)));
  if ('known' in made) return made.known;
  navigate(clientPath('contact', made.id));
  return undefined;
}

async function addCompany(requestId: string, { typed }: ClientEdit): Promise<undefined> {
  const { fields } = companyKind;
  const made = await companyKind.add(requestId, partOf(fields, typedValues(fields, typed)));
  putClient(companyKind, made);
  navigate(clientPath('company', made.id));
  return undefined;
}

function Form({ kind, close }: { kind: Kind; close: () => void }) {
  if (kind === 'company') {
    return <ClientForm kind={companyKind} client={undefined} draft="new-company" save={addCompany} close={close} />;
  }
  return (
    <ClientForm
      kind={contactKind}
      client={undefined}
      draft="new-contact"
      save={addContact}
      takeKnown={(_requestId, known) => Promise.resolve(navigate(clientPath('contact', known.id)))}
      close={close}
    />
  );
}

// Adds a contact or a company, and opens its page.
export function NewClient({ kind }: { kind: Kind }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  const title = kind === 'contact' ? t('clientLists.newContact') : t('clientLists.newCompany');
  return (
    <>
      <Button size="sm" leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setOpen(true)}>
        {title}
      </Button>
      <Dialog opened={isOpen} title={title} close={close}>
        <Form kind={kind} close={close} />
      </Dialog>
    </>
  );
}

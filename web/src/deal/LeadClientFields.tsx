import { TextInput } from '@mantine/core';
import type { Refusal } from '../api/refusal';
import type { Contact } from '../gen/voronka/crm/v1/contact_pb';
import { useTranslation } from '../i18n/translation';
import { lacksName, lacksPhone, type clientProblems, type TypedClient } from './conversion';

interface LeadClientFieldsProps {
  contact: Contact | undefined;
  typed: TypedClient;
  change: (typed: TypedClient) => void;
  // What is missing, once the user has pressed the button.
  problems: Partial<ReturnType<typeof clientProblems>>;
  refusal: Refusal | null | undefined;
}

// What the refusal says of a field, wherever it says so.
export function saidOf(refusal: Refusal | null | undefined, field: string): string | undefined {
  return refusal?.violations.find((each) => each.field === field || each.field.startsWith(`${field}[`))?.text;
}

// The name and the phone of the client, as far as they are not known.
export function LeadClientFields({ contact, typed, change, problems, refusal }: LeadClientFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      {lacksName(contact) && (
        <TextInput
          label={t('deal.contactName')}
          value={typed.name}
          onChange={(event) => change({ ...typed, name: event.currentTarget.value })}
          error={problems.name ? t(problems.name) : saidOf(refusal, 'contact.name')}
          data-autofocus
        />
      )}
      {lacksPhone(contact) && (
        <TextInput
          label={t('deal.phone')}
          type="tel"
          value={typed.phone}
          onChange={(event) => change({ ...typed, phone: event.currentTarget.value })}
          error={problems.phone ? t(problems.phone) : saidOf(refusal, 'contact.phones')}
        />
      )}
    </>
  );
}

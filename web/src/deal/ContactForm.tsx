import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { refusalOf, type Refusal } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import type { Contact } from '../gen/voronka/crm/v1/contact_pb';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { phoneText } from '../i18n/phone';
import { useTranslation } from '../i18n/translation';
import styles from '../style/form.module.css';
import { saveContact, type DraftContact } from './save_contact';

interface ContactFormProps {
  deal: Deal;
  // Undefined: the deal has no contact yet.
  contact: Contact | undefined;
  close: () => void;
}

function draftOf(contact: Contact | undefined): DraftContact {
  const { name = '', phones = [], emails = [] } = contact ?? {};
  return { name, phones: phones.map(phoneText).join('\n'), emails: emails.join('\n') };
}

// The form shows a list as one field: its error is that of any of its items.
function problemOf(refusal: Refusal | null, path: string): string | undefined {
  return Object.entries(refusal?.fields ?? {}).find(([field]) => field.startsWith(path))?.[1];
}

export function ContactForm({ deal, contact, close }: ContactFormProps) {
  const { t } = useTranslation();
  const requestId = useRequestId();
  const [draft, setDraft] = useState(() => draftOf(contact));
  const save = useMutation({
    mutationFn: () => saveContact(requestId(draft), deal, contact, draft),
    onSuccess: close,
  });
  const refusal = save.error && refusalOf(save.error);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const change = (field: keyof DraftContact) => (event: { currentTarget: { value: string } }) =>
    setDraft({ ...draft, [field]: event.currentTarget.value });

  return (
    <form className={styles.form} onSubmit={submit}>
      <TextInput
        label={t('deal.contactName')}
        value={draft.name}
        onChange={change('name')}
        error={problemOf(refusal, 'contact.name')}
        autoFocus
      />
      <Textarea
        label={t('deal.phone')}
        value={draft.phones}
        onChange={change('phones')}
        error={problemOf(refusal, 'contact.phones')}
        rows={Math.max(1, draft.phones.split('\n').length)}
        inputMode="tel"
      />
      <Textarea
        label={t('deal.email')}
        value={draft.emails}
        onChange={change('emails')}
        error={problemOf(refusal, 'contact.emails')}
        rows={Math.max(1, draft.emails.split('\n').length)}
        inputMode="email"
      />
      {refusal && !problemOf(refusal, 'contact.') && (
        <p className={styles.problem} role="alert">
          {refusal.message}
        </p>
      )}
      <div className={styles.buttons}>
        <Button size="xs" variant="default" onClick={close}>
          {t('actions.cancel')}
        </Button>
        <Button size="xs" type="submit" loading={save.isPending}>
          {t('actions.save')}
        </Button>
      </div>
    </form>
  );
}

import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { refusalOf, type Refusal } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { onEscape } from '../components/escape';
import { useFocusPassedOn } from '../components/focus';
import { Problem } from '../components/Problem';
import { RestoredDraft } from '../components/RestoredDraft';
import { useSystemLabels } from '../fields/system_labels';
import type { Contact } from '../gen/voronka/crm/v1/contact_pb';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { Entity } from '../gen/voronka/crm/v1/field_set_pb';
import { useTranslation } from '../i18n/translation';
import { useDraft } from '../session/draft';
import styles from '../style/form.module.css';
import {
  editOf,
  isNameDisputed,
  withNameLeft,
  withNameReplaced,
  type ContactEdit,
  type DraftContact,
} from './client_edit';
import { attach, saveContact } from './save_client';

interface ContactFormProps {
  deal: Deal;
  // Undefined: the deal has no contact yet.
  contact: Contact | undefined;
  close: () => void;
}

// The form shows a list as one field: its error is that of any of its items.
function problemOf(refusal: Refusal | null, path: string): string | undefined {
  return Object.entries(refusal?.fields ?? {}).find(([field]) => field.startsWith(path))?.[1];
}

// What is typed is kept with the client that it changes, so that a colleague's change meanwhile is not undone.
function useContactEdit(deal: Deal, contact: Contact | undefined) {
  const [kept, keep, restored] = useDraft(`client-${deal.id}`);
  // As the form was opened on it.
  const [opened, setOpened] = useState(() => editOf(contact));
  const edit = kept ? (JSON.parse(kept) as ContactEdit) : opened;
  const change = (changed: ContactEdit) => keep(JSON.stringify(changed));
  const forget = () => {
    setOpened(editOf(contact));
    keep('');
  };
  return { edit, change, forget, restored };
}

interface KnownContactProps {
  known: Contact;
  use: (known: Contact) => void;
  isBusy: boolean;
  correct: () => void;
}

// The phone or the email belongs to a client who is known under another name: the user says what to do.
function KnownContact({ known, use, isBusy, correct }: KnownContactProps) {
  const { t } = useTranslation();
  return (
    <>
      <p className={styles.problem} role="alert">
        {t('deal.knownContact', { name: known.name || t('deal.namelessContact') })}
      </p>
      <div className={styles.buttons}>
        <Button size="xs" variant="default" onClick={correct}>
          {t('deal.correctContact')}
        </Button>
        <Button size="xs" onClick={() => use(known)} loading={isBusy} autoFocus>
          {t('deal.useContact')}
        </Button>
      </div>
    </>
  );
}

interface DisputedNameProps {
  present: string;
  replace: () => void;
  leave: () => void;
  isBusy: boolean;
}

// Somebody has given the client another name since the form was opened.
function DisputedName({ present, replace, leave, isBusy }: DisputedNameProps) {
  const { t } = useTranslation();
  const value = present || t('timeline.nothing');
  return (
    <>
      <p className={styles.problem} role="alert">
        {t('deal.contactRenamed', { value })} {t('deal.replaceIt')}
      </p>
      <div className={styles.buttons}>
        <Button size="xs" variant="default" onClick={leave} disabled={isBusy}>
          {t('deal.leave')}
        </Button>
        <Button size="xs" onClick={replace} loading={isBusy}>
          {t('deal.replace')}
        </Button>
      </div>
    </>
  );
}

export function ContactForm({ deal, contact, close }: ContactFormProps) {
  const { t } = useTranslation();
  const label = useSystemLabels(Entity.CONTACT);
  const requestId = useRequestId();
  const form = useFocusPassedOn<HTMLFormElement>();
  const [tried, setTried] = useState(false);
  const { edit, change: setEdit, forget, restored } = useContactEdit(deal, contact);
  const draft = edit.typed;
  const isDisputed = contact !== undefined && isNameDisputed(edit, contact);
  const leave = () => {
    forget();
    close();
  };
  const save = useMutation({
    mutationFn: (saved: ContactEdit) => saveContact(requestId([saved, contact?.etag]), deal, contact, saved),
    onSuccess: (known) => !known && leave(),
  });
  const use = useMutation({
    mutationFn: (known: Contact) => attach(requestId(draft), deal, known.id),
    onSuccess: leave,
  });
  const failure = use.error ?? save.error;
  const refusal = failure && refusalOf(failure);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    use.reset();
    setTried(true);
    if (!isDisputed) save.mutate(edit);
  };
  const settle = (settled: ContactEdit) => {
    setEdit(settled);
    save.mutate(settled);
  };
  const reset = () => {
    save.reset();
    setTried(false);
    forget();
  };
  const change = (field: keyof DraftContact) => (event: { currentTarget: { value: string } }) => {
    setEdit({ ...edit, typed: { ...draft, [field]: event.currentTarget.value } });
    if (save.data) save.reset();
  };

  return (
    <form ref={form} className={styles.form} onSubmit={submit} onKeyDown={onEscape(close)}>
      <RestoredDraft shown={restored} reset={reset} />
      <TextInput
        label={label('name')}
        value={draft.name}
        onChange={change('name')}
        error={problemOf(refusal, 'contact.name')}
        autoFocus
      />
      <Textarea
        label={label('phones')}
        value={draft.phones}
        onChange={change('phones')}
        error={problemOf(refusal, 'contact.phones')}
        rows={Math.max(1, draft.phones.split('\n').length)}
        inputMode="tel"
      />
      <Textarea
        label={label('emails')}
        value={draft.emails}
        onChange={change('emails')}
        error={problemOf(refusal, 'contact.emails')}
        rows={Math.max(1, draft.emails.split('\n').length)}
        inputMode="email"
      />
      <Problem>{refusal && !problemOf(refusal, 'contact.') && !isDisputed && refusal.message}</Problem>
      {tried && isDisputed ? (
        <DisputedName
          present={contact.name}
          replace={() => settle(withNameReplaced(edit, contact))}
          leave={() => settle(withNameLeft(edit, contact))}
          isBusy={save.isPending}
        />
      ) : save.data ? (
        <KnownContact known={save.data} use={use.mutate} isBusy={use.isPending} correct={save.reset} />
      ) : (
        <div className={styles.buttons}>
          <Button size="xs" variant="default" onClick={leave}>
            {t('actions.cancel')}
          </Button>
          <Button size="xs" type="submit" loading={save.isPending}>
            {t('actions.save')}
          </Button>
        </div>
      )}
    </form>
  );
}

import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { refusalOf, type Refusal } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { onEscape } from '../components/escape';
import { useFocusPassedOn } from '../components/focus';
import { Problem } from '../components/Problem';
import type { Contact } from '../gen/voronka/crm/v1/contact_pb';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { phoneText } from '../i18n/phone';
import { useTranslation } from '../i18n/translation';
import { useDraft } from '../session/draft';
import styles from '../style/form.module.css';
import { attach, reloadContact, saveContact, type DraftContact } from './save_contact';

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

// What is typed is kept for the version of the contact that it changes: a colleague's later change is not undone.
function useContactDraft(deal: Deal, contact: Contact | undefined) {
  const version = contact ? `${contact.id}-${contact.etag}` : 'new';
  const [kept, keep] = useDraft(`contact-${deal.id}-${version}`);
  const draft = kept ? (JSON.parse(kept) as DraftContact) : draftOf(contact);
  const change = (typed: DraftContact) => keep(JSON.stringify(typed));
  return [draft, change, () => keep('')] as const;
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

interface ChangedContactProps {
  contact: Contact;
  replace: () => void;
  leave: () => void;
  isBusy: boolean;
}

// Somebody has changed the client since the form was opened.
function ChangedContact({ contact, replace, leave, isBusy }: ChangedContactProps) {
  const { t } = useTranslation();
  const value = [contact.name, ...contact.phones.map(phoneText), ...contact.emails].filter(Boolean).join(', ');
  return (
    <>
      <p className={styles.problem} role="alert">
        {t('deal.contactChanged', { value })} {t('deal.replaceIt')}
      </p>
      <div className={styles.buttons}>
        <Button size="xs" variant="default" onClick={leave}>
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
  const requestId = useRequestId();
  const form = useFocusPassedOn<HTMLFormElement>();
  // As the form was opened on it.
  const [from] = useState(contact);
  const isChanged = contact !== undefined && contact.etag !== from?.etag;
  const [tried, setTried] = useState(false);
  const [draft, setDraft, forget] = useContactDraft(deal, from);
  const leave = () => {
    forget();
    close();
  };
  const save = useMutation({
    mutationFn: (replaced: Contact | undefined) =>
      saveContact(requestId([draft, replaced?.etag]), deal, replaced, draft),
    onError: (error) => {
      if (refusalOf(error).reason === 'STALE_ETAG' && from) void reloadContact(from.id);
    },
    onSuccess: (known) => !known && leave(),
  });
  const use = useMutation({
    mutationFn: (known: Contact) => attach(requestId(draft), deal.id, known.id),
    onSuccess: leave,
  });
  const failure = use.error ?? save.error;
  const refusal = failure && refusalOf(failure);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    use.reset();
    setTried(true);
    if (!isChanged) save.mutate(from);
  };
  const change = (field: keyof DraftContact) => (event: { currentTarget: { value: string } }) => {
    setDraft({ ...draft, [field]: event.currentTarget.value });
    if (save.data) save.reset();
  };

  return (
    <form ref={form} className={styles.form} onSubmit={submit} onKeyDown={onEscape(close)}>
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
      <Problem>{refusal && !problemOf(refusal, 'contact.') && !isChanged && refusal.message}</Problem>
      {tried && isChanged ? (
        <ChangedContact contact={contact} replace={() => save.mutate(contact)} leave={leave} isBusy={save.isPending} />
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

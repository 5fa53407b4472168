import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { refusalOf, type Refusal } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { onEscape } from '../components/escape';
import { useFocusPassedOn } from '../components/focus';
import { Problem } from '../components/Problem';
import { RestoredDraft } from '../components/RestoredDraft';
import { useLocks } from '../fields/locks';
import { useSystemLabels } from '../fields/system_labels';
import type { Contact } from '../gen/voronka/crm/v1/contact_pb';
import { useTranslation } from '../i18n/translation';
import styles from '../style/form.module.css';
import { disputed, valuesOf, withLeft, withoutLocked, withReplaced, type ClientEdit, type Typed } from './client_edit';
import type { Client, ClientKind } from './client_kinds';
import { Disputed } from './Disputed';
import { FieldInput } from './FieldInput';
import type { FormField } from './form_fields';
import { KnownContact } from './KnownContact';
import { LockedInput } from './LockedInput';
import { withCompaniesMade } from './made_companies';
import { useClientEdit } from './use_client_edit';

export interface ClientFormProps<T extends Client> {
  kind: ClientKind<T>;
  // Undefined: a new one.
  client: T | undefined;
  // Under which name it is kept what is typed.
  draft: string;
  // What the form asks. Default: all that the kind has.
  fields?: readonly FormField[];
  // What a new client begins with.
  begin?: Typed;
  // Returns the contact to whom a phone or an email belongs already, under another name. Nothing is saved then.
  save: (requestId: string, edit: ClientEdit) => Promise<Contact | undefined>;
  // Takes that one instead.
  takeKnown?: (requestId: string, known: Contact, edit: ClientEdit) => Promise<unknown>;
  close: () => void;
}

// The form shows a list as one field: its error is that of any of its items.
function problemAt(refusal: Refusal | null, path: string): string | undefined {
  return Object.entries(refusal?.fields ?? {}).find(([field]) => field.startsWith(path))?.[1];
}

// What its fields are called, and what is wrong with them.
function useFieldWords({ name, entity }: Pick<ClientKind<Client>, 'name' | 'entity'>, refusal: Refusal | null) {
  const { t } = useTranslation();
  const labelOf = useSystemLabels(entity);
  return {
    label: ({ key, label }: FormField) => (label ? t(label) : labelOf(key)),
    problem: ({ key, path }: FormField) => problemAt(refusal, path ?? `${name}.${key}`),
  };
}

// How what is typed is saved, or a known contact is taken instead.
function useSaving<T extends Client>(
  { client, kind, fields = kind.fields, save, takeKnown }: ClientFormProps<T>,
  { edit, change }: Pick<ReturnType<typeof useClientEdit>, 'edit' | 'change'>,
  done: () => void,
) {
  const requestId = useRequestId();
  const companies = fields.filter(({ shape }) => shape === 'company').map(({ key }) => key);
  const saving = useMutation({
    mutationFn: async ({ from, typed }: ClientEdit) => {
      const whole = await withCompaniesMade(typed, companies, (name) => requestId(['company', name]));
      if (whole !== typed) change({ from, typed: whole });
      const saved = { from, typed: whole };
      return save(requestId([saved, client?.etag]), saved);
    },
    onSuccess: (known) => !known && done(),
  });
  const using = useMutation({
    mutationFn: async (known: Contact) => takeKnown?.(requestId(edit.typed), known, edit),
    onSuccess: done,
  });
  const failure = using.error ?? saving.error;
  return { saving, using, refusal: failure && refusalOf(failure) };
}

// A client as a form: a new one, or one that is there, which others may change meanwhile.
export function ClientForm<T extends Client>(props: ClientFormProps<T>) {
  const { t } = useTranslation();
  const { kind, client, draft, begin, close, fields = kind.fields } = props;
  const form = useFocusPassedOn<HTMLFormElement>();
  const [tried, setTried] = useState(false);
  const lock = useLocks(kind.entity);
  const { edit: kept, change, forget, restored } = useClientEdit({ fields, client, draft, begin });
  const edit = withoutLocked(fields, kept, (key) => lock(key) !== '');
  const firstOpen = fields.find(({ key }) => !lock(key));
  const leave = () => {
    forget();
    close();
  };
  const { saving, using, refusal } = useSaving(props, { edit, change }, leave);
  const { label, problem } = useFieldWords(kind, refusal);
  const present = client && valuesOf(fields, client);
  const [inDispute] = present ? disputed(fields, edit, present) : [];
  const isSaid = fields.some((field) => problem(field));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    using.reset();
    setTried(true);
    if (!inDispute) saving.mutate(edit);
  };
  const settle = (settled: ClientEdit) => {
    change(settled);
    if (!present || !disputed(fields, settled, present).length) saving.mutate(settled);
  };
  const reset = () => {
    saving.reset();
    setTried(false);
    forget();
  };
  const type = (field: FormField, text: string) => {
    change({ ...edit, typed: { ...edit.typed, [field.key]: text } });
    if (saving.data) saving.reset();
  };

  return (
    <form ref={form} className={styles.form} onSubmit={submit} onKeyDown={onEscape(close)}>
      <RestoredDraft shown={restored} reset={reset} />
      {fields.map((field) => {
        const shown = { field, label: label(field), typed: edit.typed[field.key] ?? '', problem: problem(field) };
        const why = lock(field.key);
        return why ? (
          <LockedInput key={field.key} {...shown} why={why} />
        ) : (
          <FieldInput key={field.key} {...shown} change={(text) => type(field, text)} autoFocus={field === firstOpen} />
        );
      })}
      <Problem>{refusal && !isSaid && !inDispute && refusal.message}</Problem>
      {tried && inDispute && present ? (
        <Disputed
          kind={kind}
          field={inDispute}
          label={label(inDispute)}
          present={present}
          replace={() => settle(withReplaced(edit, inDispute, present))}
          leave={() => settle(withLeft(edit, inDispute, present))}
          isBusy={saving.isPending}
        />
      ) : saving.data ? (
        <KnownContact known={saving.data} use={using.mutate} isBusy={using.isPending} correct={saving.reset} />
      ) : (
        <div className={styles.buttons}>
          <Button size="xs" variant="default" onClick={leave}>
            {t('actions.cancel')}
          </Button>
          <Button size="xs" type="submit" loading={saving.isPending}>
            {t('actions.save')}
          </Button>
        </div>
      )}
    </form>
  );
}

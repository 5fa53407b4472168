import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { userZone } from '../calendar/user_zone';
import { channels } from '../clients/channels';
import type { Client, ClientKind } from '../clients/client_kinds';
import { putClient } from '../clients/client_query';
import { onEscape } from '../components/escape';
import { FormButtons } from '../components/FormButtons';
import { Problem } from '../components/Problem';
import { useTranslation } from '../i18n/translation';
import { ZoneSelect } from '../people/ZoneSelect';
import form from '../style/form.module.css';
import { draftOf, isContact, reachChange, type ReachDraft } from './reach';

interface PartProps {
  draft: ReachDraft;
  change: (changed: Partial<ReachDraft>) => void;
  problems: Record<string, string>;
}

function Preferred({ draft, change, problems }: PartProps) {
  const { t } = useTranslation();
  return (
    <>
      <NativeSelect
        label={t('reach.channel')}
        value={String(draft.channel)}
        onChange={(event) => change({ channel: Number(event.currentTarget.value) })}
        data={[
          { value: '0', label: t('reach.anyChannel') },
          ...channels.map(({ channel, name }) => ({ value: String(channel), label: t(name) })),
        ]}
      />
      <TextInput
        label={t('reach.hours')}
        placeholder={t('reach.hoursHint')}
        value={draft.hours}
        maxLength={100}
        onChange={(event) => change({ hours: event.currentTarget.value })}
        error={problems['contact.preferred_hours']}
      />
    </>
  );
}

function Quiet({ draft, change, problems }: PartProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        type="datetime-local"
        label={t('reach.quiet')}
        value={draft.until}
        max="9999-12-30T23:59"
        onChange={(event) => change({ until: event.currentTarget.value })}
        error={problems['contact.do_not_disturb.until']}
      />
      {draft.until && (
        <>
          <TextInput
            label={t('reach.quietReason')}
            value={draft.reason}
            maxLength={300}
            onChange={(event) => change({ reason: event.currentTarget.value })}
            error={problems['contact.do_not_disturb.reason']}
          />
          <Button variant="default" size="xs" onClick={() => change({ until: '', reason: '' })}>
            {t('reach.lift')}
          </Button>
        </>
      )}
    </>
  );
}

interface ReachFormProps<T extends Client> {
  kind: ClientKind<T>;
  client: T;
  close: () => void;
}

// By what and when a client is reached.
export function ReachForm<T extends Client>({ kind, client, close }: ReachFormProps<T>) {
  const { t } = useTranslation();
  const zone = userZone();
  const requestId = useRequestId();
  // What a colleague changes meanwhile is not undone.
  const [opened] = useState(client);
  const [draft, setDraft] = useState(() => draftOf(opened, zone));
  const change = (changed: Partial<ReachDraft>) => setDraft({ ...draft, ...changed });
  const saving = useMutation({
    mutationFn: async () => {
      const { part, paths } = reachChange(opened, draft, zone);
      if (!paths.length) return;
      const asked = { part, updateMask: { paths }, etag: client.etag };
      putClient(kind, await kind.update(client.id, { ...asked, requestId: requestId([draft, client.etag]) }));
    },
    onSuccess: close,
  });
  const refusal = saving.error && refusalOf(saving.error);
  const problems = refusal?.fields ?? {};
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  return (
    <form className={form.form} onSubmit={submit} onKeyDown={onEscape(close)}>
      <ZoneSelect
        label={t('reach.zone')}
        none={t('reach.unknownZone')}
        value={draft.timeZone}
        onChange={(timeZone) => change({ timeZone })}
        error={problems[`${kind.name}.time_zone`]}
      />
      {isContact(client) && (
        <>
          <Preferred draft={draft} change={change} problems={problems} />
          <Quiet draft={draft} change={change} problems={problems} />
        </>
      )}
      <Problem>{refusal && !Object.keys(problems).length && refusal.message}</Problem>
      <FormButtons cancel={close}>
        <Button type="submit" loading={saving.isPending}>
          {t('actions.save')}
        </Button>
      </FormButtons>
    </form>
  );
}

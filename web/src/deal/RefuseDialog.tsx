import { Button, Checkbox, NativeSelect, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { leads } from '../api/lead_client';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { useFailure } from '../api/use_failure';
import { userZone } from '../calendar/user_zone';
import { loadCards } from '../cards/card_loader';
import { cardStore } from '../cards/card_store';
import { contactKind } from '../clients/client_kinds';
import { useClient } from '../clients/client_query';
import { serverNow } from '../clock/server_clock';
import { Dialog } from '../components/Dialog';
import { Failure } from '../components/Failure';
import { FormButtons } from '../components/FormButtons';
import { Problem } from '../components/Problem';
import { showToast } from '../components/toasts';
import { Waiting } from '../components/Waiting';
import type { Contact } from '../gen/voronka/crm/v1/contact_pb';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { useTranslation } from '../i18n/translation';
import { reread } from '../live/reread';
import { usePipeline } from '../pipelines/pipelines';
import styles from '../style/form.module.css';
import { dueTimeOf, emptyTask, type DraftTask } from '../tasks/draft_task';
import { remindersAt } from '../tasks/reminders';
import { isFaulty, taskProblems } from '../tasks/task_problems';
import { tasksKey } from '../tasks/task_query';
import { TaskFields } from '../tasks/TaskFields';
import { clientProblems, contactPart, emptyClient, type Chosen } from './conversion';
import { LeadClientFields, saidOf } from './LeadClientFields';
import { LeadMailings } from './LeadMailings';

function plannedTask(draft: DraftTask) {
  const timeZone = userZone();
  const { text, allDay, remindBefore } = draft;
  return { text, allDay, timeZone, dueTime: dueTimeOf(draft, timeZone), reminders: remindersAt(remindBefore) };
}

interface FormProps {
  lead: Deal;
  contact: Contact | undefined;
  close: () => void;
}

function RefuseForm({ lead, contact, close }: FormProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const requestId = useRequestId();
  const reasons = usePipeline(lead.pipeline)?.lossReasons ?? [];
  const [typed, setTyped] = useState(emptyClient);
  const [chosen, choose] = useState<Chosen>({});
  const [lossReason, setReason] = useState('');
  const [lossComment, setComment] = useState('');
  const [asksAgain, setAsksAgain] = useState(true);
  const [task, setTask] = useState<DraftTask>(() => ({
    ...emptyTask(new Date(serverNow()), userZone()),
    text: t('leads.askAgainText'),
  }));
  const [tried, setTried] = useState(false);
  // A client who refuses may stay without a phone, but not without a name.
  const name = lead.contactId ? undefined : clientProblems(contact, typed, false).name;
  const isReady = lossReason !== '' && !name && !(asksAgain && isFaulty(task));
  const refuse = useMutation({
    mutationFn: () => {
      const request = {
        ...{ dealId: lead.id, epoch: lead.epoch, lossReason, lossComment: lossComment.trim() },
        ...contactPart(contact, typed, chosen),
        ...(asksAgain && { followUp: plannedTask(task) }),
      };
      return leads.refuseLead({ requestId: requestId(request), ...request });
    },
    onSuccess: ({ lead: refused }) => {
      if (refused) loadCards(cardStore.putDeals([refused]));
      reread(client, tasksKey);
      showToast(t('leads.refused'), 'good');
      close();
    },
  });
  const refusal = refuse.error && refusalOf(refuse.error);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (isReady) refuse.mutate();
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <NativeSelect
        label={t('loss.reason')}
        value={lossReason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={tried && !lossReason ? t('loss.reasonRequired') : saidOf(refusal, 'loss_reason')}
        data={[
          { value: '', label: t('loss.choose') },
          ...reasons.map(({ key, name: label }) => ({ value: key, label })),
        ]}
        data-autofocus
      />
      <Textarea
        label={t('loss.comment')}
        value={lossComment}
        onChange={(event) => setComment(event.currentTarget.value)}
        error={saidOf(refusal, 'loss_comment')}
        rows={2}
        maxLength={2000}
      />
      <LeadClientFields
        contact={contact}
        typed={typed}
        change={setTyped}
        problems={tried ? { name } : {}}
        refusal={refusal}
      />
      <Checkbox
        label={t('leads.askAgain')}
        checked={asksAgain}
        onChange={(event) => setAsksAgain(event.currentTarget.checked)}
      />
      {asksAgain && (
        <TaskFields task={task} onChange={setTask} problems={taskProblems(task, tried, refusal, 'follow_up')} />
      )}
      <LeadMailings contact={contact} chosen={chosen} change={choose} />
      <p className={styles.explanation}>{t('leads.refuseHint')}</p>
      <Problem>{refusal?.message}</Problem>
      <FormButtons cancel={close}>
        <Button type="submit" color="red.8" loading={refuse.isPending}>
          {t('leads.refuseSubmit')}
        </Button>
      </FormButtons>
    </form>
  );
}

// Closes a lead and keeps the client.
export function RefuseDialog({ lead, close }: Omit<FormProps, 'contact'>) {
  const { t } = useTranslation();
  const query = useClient(contactKind, lead.contactId);
  const failure = useFailure(query);
  const contact = query.data;
  const isKnown = !lead.contactId || contact !== undefined;
  return (
    <Dialog opened title={t('leads.refuseTitle')} close={close}>
      {failure && <Failure {...failure} />}
      {!failure && !isKnown && <Waiting text={t('session.starting')} />}
      {isKnown && <RefuseForm lead={lead} contact={contact} close={close} />}
    </Dialog>
  );
}

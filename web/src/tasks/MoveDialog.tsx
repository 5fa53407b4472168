import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { tasks } from '../api/clients';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { Dialog } from '../components/Dialog';
import { FormButtons } from '../components/FormButtons';
import { Problem } from '../components/Problem';
import { textLimit } from '../components/text_limit';
import { RescheduleTaskRequestSchema, type Task, type TaskCard } from '../gen/voronka/crm/v1/task_pb';
import { useTranslation } from '../i18n/translation';
import { amend, reread } from '../live/reread';
import { useObserved } from '../state/observable';
import styles from '../style/form.module.css';
import { draftProblems, dueTimeOf, forWholeDay } from './draft_task';
import { DueFields } from './DueFields';
import { moveAsked } from './move';
import { changedReminders, draftOf, zoneOf, type MoveDraft } from './move_draft';
import { withTask } from './task_list';
import { elsewhere } from './task_problems';
import { tasksKey } from './task_query';

const close = () => moveAsked.set(undefined);

function MoveForm({ task }: { task: Task }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const requestId = useRequestId();
  const [draft, setDraft] = useState(() => draftOf(task));
  const [reason, setReason] = useState('');
  const zone = zoneOf(task);
  const limit = textLimit(reason, RescheduleTaskRequestSchema.field.reason);
  const move = useMutation({
    mutationFn: () =>
      tasks.rescheduleTask({
        requestId: requestId([draft, reason]),
        taskId: task.id,
        dueTime: dueTimeOf(draft, zone),
        reminders: changedReminders(task, draft),
        reason,
        etag: task.etag,
      }),
    onSuccess: (moved) => {
      amend<TaskCard[]>(client, tasksKey, (cards) => withTask(cards, moved));
      close();
    },
    onError: () => reread(client, tasksKey),
  });
  const refusal = move.error && refusalOf(move.error);
  // It stays a task of a whole day, or of a moment.
  const change = (changed: Partial<MoveDraft>) => {
    const next = { ...draft, ...changed };
    setDraft(task.allDay ? forWholeDay(next, true) : next);
  };
  const { due } = draftProblems({ text: task.text, due: draft.due });
  const problem = refusal?.reason === 'STALE_ETAG' ? t('tasks.changedMeanwhile') : elsewhere(refusal, ['due_time']);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!due && !limit.problem) move.mutate();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <DueFields task={draft} onChange={change} problem={due ? t(due) : refusal?.fields.due_time} zone={zone} />
      <Textarea
        label={t('tasks.moveReason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={limit.problem}
        description={limit.note}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        rows={2}
      />
      <Problem>{problem}</Problem>
      <FormButtons cancel={close}>
        <Button type="submit" loading={move.isPending}>
          {t('tasks.move')}
        </Button>
      </FormButtons>
    </form>
  );
}

export function MoveDialog() {
  const { t } = useTranslation();
  const task = useObserved(moveAsked);
  return (
    <Dialog opened={task !== undefined} close={close} title={t('tasks.moveTitle', { text: task?.text })}>
      {task && <MoveForm key={String(task.id)} task={task} />}
    </Dialog>
  );
}

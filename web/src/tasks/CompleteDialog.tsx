import { Button, Checkbox, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { tasks } from '../api/clients';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { userZone } from '../calendar/user_zone';
import { serverNow } from '../clock/server_clock';
import { Dialog } from '../components/Dialog';
import { FormButtons } from '../components/FormButtons';
import { Problem } from '../components/Problem';
import { RestoredDraft } from '../components/RestoredDraft';
import { textLimit } from '../components/text_limit';
import { CompleteTaskRequestSchema, type Task } from '../gen/voronka/crm/v1/task_pb';
import { useTranslation } from '../i18n/translation';
import { reread } from '../live/reread';
import { acknowledgeTask } from '../notifications/actions';
import { useDraft } from '../session/draft';
import { useObserved } from '../state/observable';
import styles from '../style/form.module.css';
import { completionAsked } from './completion';
import { dueTimeOf, emptyTask, type DraftTask } from './draft_task';
import { remindersAt } from './reminders';
import { elsewhere, isFaulty, taskProblems } from './task_problems';
import { tasksKey } from './task_query';
import { TaskFields } from './TaskFields';

const close = () => completionAsked.set(undefined);

function nextTaskOf(draft: DraftTask) {
  const { text, allDay, remindBefore } = draft;
  const timeZone = userZone();
  return { text, allDay, dueTime: dueTimeOf(draft, timeZone), timeZone, reminders: remindersAt(remindBefore) };
}

function CompleteForm({ task }: { task: Task }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const requestId = useRequestId();
  const [result, setResult, resultRestored] = useDraft(`result-${task.id}`);
  const [plans, setPlans] = useState(task.dealId !== 0n);
  const [nextText, setNextText, nextRestored] = useDraft(`next-${task.id}`);
  const [due, setDue] = useState(() => emptyTask(new Date(serverNow()), userZone()));
  const next = { ...due, text: nextText };
  const changeNext = (changed: DraftTask) => {
    setNextText(changed.text);
    setDue(changed);
  };
  const forget = () => {
    setResult('');
    setNextText('');
  };
  const complete = useMutation({
    mutationFn: () => {
      const nextTask = plans ? nextTaskOf(next) : undefined;
      const asked = requestId([result, plans, next]);
      return tasks.completeTask({ requestId: asked, taskId: task.id, result, nextTask });
    },
    onSuccess: () => {
      forget();
      acknowledgeTask(task.id);
      reread(client, tasksKey);
      close();
    },
  });
  const [tried, setTried] = useState(false);
  const limit = textLimit(result, CompleteTaskRequestSchema.field.result);
  const resultMissing = tried && !result.trim();
  const refusal = complete.error && refusalOf(complete.error);
  const other = elsewhere(refusal, ['result', 'next_task.text', 'next_task.due_time']);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (result.trim() && !limit.problem && !(plans && isFaulty(next))) complete.mutate();
  };

  return (
    <form className={styles.form} onSubmit={submit}>
      <RestoredDraft shown={resultRestored || nextRestored} reset={forget} />
      <Textarea
        label={t('tasks.result')}
        placeholder={t('tasks.resultHint')}
        value={result}
        onChange={(event) => setResult(event.currentTarget.value)}
        error={resultMissing ? t('tasks.resultRequired') : (limit.problem ?? refusal?.fields.result)}
        description={limit.note}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        rows={2}
        data-autofocus
      />
      <Checkbox
        label={t('tasks.planNext')}
        checked={plans}
        onChange={(event) => setPlans(event.currentTarget.checked)}
      />
      {plans && (
        <TaskFields task={next} onChange={changeNext} problems={taskProblems(next, tried, refusal, 'next_task')} />
      )}
      <Problem>{other}</Problem>
      <FormButtons cancel={close}>
        <Button type="submit" loading={complete.isPending}>
          {t(plans ? 'tasks.withNext' : 'tasks.complete')}
        </Button>
      </FormButtons>
    </form>
  );
}

export function CompleteDialog() {
  const { t } = useTranslation();
  const task = useObserved(completionAsked);
  return (
    <Dialog opened={task !== undefined} close={close} title={t('tasks.completeTitle', { text: task?.text })}>
      {task && <CompleteForm key={String(task.id)} task={task} />}
    </Dialog>
  );
}

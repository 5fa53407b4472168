import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { tasks } from '../api/clients';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { userZone } from '../calendar/user_zone';
import { serverNow } from '../clock/server_clock';
import { useTranslation } from '../i18n/translation';
import styles from '../style/form.module.css';
import { dueTimeOf, emptyTask } from './draft_task';
import { elsewhere, taskProblems } from './task_problems';
import { tasksKey } from './task_query';
import { TaskFields } from './TaskFields';

export function NewTaskForm({ dealId, close }: { dealId: bigint; close: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const requestId = useRequestId();
  const [draft, setDraft] = useState(() => emptyTask(new Date(serverNow()), userZone()));
  const add = useMutation({
    mutationFn: () => {
      const { text, allDay } = draft;
      const task = { text, allDay, dealId, dueTime: dueTimeOf(draft, userZone()), timeZone: userZone() };
      return tasks.createTask({ requestId: requestId(draft), task });
    },
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: tasksKey });
      close();
    },
  });
  const refusal = add.error && refusalOf(add.error);
  const other = elsewhere(refusal, ['task.text', 'task.due_time']);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    add.mutate();
  };

  return (
    <form className={styles.form} onSubmit={submit}>
      <TaskFields task={draft} onChange={setDraft} problems={taskProblems(refusal, 'task')} />
      {other && (
        <p className={styles.problem} role="alert">
          {other}
        </p>
      )}
      <div className={styles.buttons}>
        <Button variant="default" size="xs" onClick={close}>
          {t('actions.cancel')}
        </Button>
        <Button type="submit" size="xs" loading={add.isPending}>
          {t('actions.add')}
        </Button>
      </div>
    </form>
  );
}

import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { tasks } from '../api/clients';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { userZone } from '../calendar/user_zone';
import { serverNow } from '../clock/server_clock';
import { onEscape } from '../components/escape';
import { useTranslation } from '../i18n/translation';
import { useDraft } from '../session/draft';
import styles from '../style/form.module.css';
import { dueTimeOf, emptyTask, type DraftTask } from './draft_task';
import { elsewhere, taskProblems } from './task_problems';
import { tasksKey } from './task_query';
import { TaskFields } from './TaskFields';

export function NewTaskForm({ dealId, close }: { dealId: bigint; close: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const requestId = useRequestId();
  const [text, setText] = useDraft(`task-${dealId}`);
  const [due, setDue] = useState(() => emptyTask(new Date(serverNow()), userZone()));
  const draft = { ...due, text };
  const change = (task: DraftTask) => {
    setText(task.text);
    setDue(task);
  };
  const add = useMutation({
    mutationFn: () => {
      const { allDay } = draft;
      const task = { text, allDay, dealId, dueTime: dueTimeOf(draft, userZone()), timeZone: userZone() };
      return tasks.createTask({ requestId: requestId(draft), task });
    },
    onSuccess: () => {
      setText('');
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

  const cancel = () => {
    setText('');
    close();
  };

  return (
    <form className={styles.form} onSubmit={submit} onKeyDown={onEscape(close)}>
      <TaskFields task={draft} onChange={change} problems={taskProblems(refusal, 'task')} autoFocus />
      {other && (
        <p className={styles.problem} role="alert">
          {other}
        </p>
      )}
      <div className={styles.buttons}>
        <Button variant="default" size="xs" onClick={cancel}>
          {t('actions.cancel')}
        </Button>
        <Button type="submit" size="xs" loading={add.isPending}>
          {t('actions.add')}
        </Button>
      </div>
    </form>
  );
}

import { timestampMs } from '@bufbuild/protobuf/wkt';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { refusalOf, type Refusal } from '../api/refusal';
import { userZone } from '../calendar/user_zone';
import { serverNow } from '../clock/server_clock';
import { onEscape } from '../components/escape';
import { Problem } from '../components/Problem';
import { RestoredDraft } from '../components/RestoredDraft';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { useTranslation } from '../i18n/translation';
import { reread } from '../live/reread';
import { newTask, taskDraft } from '../outbox/new_addition';
import { sendAddition } from '../outbox/outbox';
import { useDraft } from '../session/draft';
import styles from '../style/form.module.css';
import { dueTimeOf, emptyTask, type DraftTask } from './draft_task';
import { elsewhere, isFaulty, taskProblems } from './task_problems';
import { tasksKey } from './task_query';
import { TaskFields } from './TaskFields';

function plannedFor(deal: Deal, draft: DraftTask) {
  const { text, allDay, remindBefore } = draft;
  const timeZone = userZone();
  const due = dueTimeOf(draft, timeZone);
  return newTask(deal, { text, allDay, timeZone, remindBefore, due: due ? timestampMs(due) : 0 });
}

// A new task of the deal. Without a connection, it waits for one.
export function NewTaskForm({ deal, close }: { deal: Deal; close: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [text, setText, restored] = useDraft(taskDraft(deal.id));
  const [due, setDue] = useState(() => emptyTask(new Date(serverNow()), userZone()));
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<Refusal>();
  const draft = { ...due, text };
  const change = (task: DraftTask) => {
    setText(task.text);
    setDue(task);
  };
  const forget = () => {
    setText('');
    close();
  };
  const add = useMutation({
    mutationFn: () => sendAddition(plannedFor(deal, draft)),
    onSuccess: (refusal) => {
      setRefused(refusal);
      if (refusal) return;
      reread(client, tasksKey);
      forget();
    },
  });
  const refusal = refused ?? (add.error && refusalOf(add.error));
  const other = elsewhere(refusal, ['task.text', 'task.due_time']);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isFaulty(draft)) add.mutate();
  };

  return (
    <form className={styles.form} onSubmit={submit} onKeyDown={onEscape(close)}>
      <RestoredDraft shown={restored} reset={() => setText('')} />
      <TaskFields task={draft} onChange={change} problems={taskProblems(draft, tried, refusal, 'task')} autoFocus />
      <Problem>{other}</Problem>
      <div className={styles.buttons}>
        <Button variant="default" size="xs" onClick={forget}>
          {t('actions.cancel')}
        </Button>
        <Button type="submit" size="xs" loading={add.isPending}>
          {t('actions.add')}
        </Button>
      </div>
    </form>
  );
}

import { useState } from 'react';
import { dueGroup, dueOf } from '../calendar/due';
import { useNow } from '../calendar/now';
import type { TaskCard } from '../gen/voronka/crm/v1/task_pb';
import { useTranslation } from '../i18n/translation';
import { Avatar } from '../people/Avatar';
import { usePeople } from '../people/people';
import { useOverdueCounts } from '../tasks/overdue';
import { useDueTasks } from '../tasks/task_query';
import { TaskRow } from '../tasks/TaskRow';
import styles from './OverduePanel.module.css';
import { Panel } from './Panel';

const everyMs = 30_000;
const rowsAtOnce = 100;

function isOverdue({ task, awaitsApproval }: TaskCard, now: Date): boolean {
  const due = task && dueOf(task);
  return due !== undefined && dueGroup(due, now, awaitsApproval) === 'overdue';
}

function Counts({ counts }: { counts: [bigint, number][] }) {
  const { t } = useTranslation();
  const people = usePeople();
  return counts.map(([userId, count]) => {
    const name = people.get(userId)?.displayName ?? '';
    return (
      <span key={String(userId)} className={styles.person} title={t('tasks.overdueCount', { count })}>
        <Avatar userId={userId} name={name} size={20} /> <bdi>{name}</bdi> <strong>{count}</strong>
      </span>
    );
  });
}

// Who has overdue tasks, and which ones: a list to look through rather than a flood of reminders.
export function OverduePanel() {
  const { t } = useTranslation();
  const now = useNow(everyMs);
  const counts = [...useOverdueCounts(undefined)].sort((a, b) => b[1] - a[1]);
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  const [shown, setShown] = useState(rowsAtOnce);
  const due = useDueTasks();
  const overdue = due.data?.filter((card) => isOverdue(card, now)) ?? [];
  return (
    <Panel
      title={t('offers.overdue')}
      count={due.data ? total : undefined}
      failure={due.failureReason}
      empty={t('offers.nothingOverdue')}
      aside={<Counts counts={counts} />}
      more={shown < overdue.length ? { show: () => setShown(shown + rowsAtOnce) } : undefined}
    >
      {overdue.slice(0, shown).map((card) => (
        <TaskRow key={String(card.task?.id)} card={card} group="overdue" showDeal showAssignee />
      ))}
    </Panel>
  );
}

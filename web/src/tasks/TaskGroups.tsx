import { useMemo } from 'react';
import { dueGroup, dueGroups, dueOf, type DueGroup } from '../calendar/due';
import { useNow } from '../calendar/now';
import type { TaskCard } from '../gen/voronka/crm/v1/task_pb';
import { useTranslation } from '../i18n/translation';
import { useAskedTask } from './asked_task';
import styles from './TaskGroups.module.css';
import { TaskRow } from './TaskRow';

const everyMs = 30_000;

function grouped(cards: TaskCard[], now: Date): Map<DueGroup, TaskCard[]> {
  const groups = new Map<DueGroup, TaskCard[]>();
  for (const card of cards) {
    const due = card.task && dueOf(card.task);
    if (!due) continue;
    const group = dueGroup(due, now, card.awaitsApproval);
    const rows = groups.get(group);
    if (rows) rows.push(card);
    else groups.set(group, [card]);
  }
  return groups;
}

// Overdue, today, tomorrow, later: tasks move from group to group as time passes.
export function TaskGroups({ cards, showAssignee }: { cards: TaskCard[]; showAssignee: boolean }) {
  const { t } = useTranslation();
  const now = useNow(everyMs);
  const asked = useAskedTask(cards.length > 0);
  const groups = useMemo(() => grouped(cards, now), [cards, now]);
  return dueGroups.map((group) => {
    const rows = groups.get(group);
    return (
      rows && (
        <section key={group} className={styles.group} data-group={group} aria-label={t(`tasks.${group}`)}>
          <h2 className={styles.title}>
            {t(`tasks.${group}`)} <span>{rows.length}</span>
          </h2>
          <ul className={styles.rows}>
            {rows.map((card) => (
              <TaskRow
                key={String(card.task?.id)}
                card={card}
                group={group}
                isAsked={asked !== undefined && card.task?.id === asked}
                showDeal
                showAssignee={showAssignee}
              />
            ))}
          </ul>
        </section>
      )
    );
  });
}

import { UnstyledButton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { memo } from 'react';
import { Link } from 'wouter';
import { dueOf, dueText, type DueGroup } from '../calendar/due';
import { serverNow } from '../clock/server_clock';
import { useFocusPassedOn } from '../components/focus';
import type { TaskCard } from '../gen/voronka/crm/v1/task_pb';
import { dealName } from '../i18n/deal_name';
import { useTranslation } from '../i18n/translation';
import { Avatar } from '../people/Avatar';
import { useName } from '../people/people';
import { mayChangeTask } from '../people/rights';
import { completionAsked } from './completion';
import styles from './TaskRow.module.css';

interface TaskRowProps {
  card: TaskCard;
  group: DueGroup;
  // Omitted next to the deal itself, where its name says nothing.
  showDeal?: boolean;
  showAssignee?: boolean;
}

export const TaskRow = memo(function TaskRow({ card, group, showDeal, showAssignee }: TaskRowProps) {
  const { t } = useTranslation();
  const assignee = useName(card.task?.assigneeUserId ?? 0n);
  const row = useFocusPassedOn<HTMLLIElement>();
  const { task, contactName } = card;
  if (!task) return null;
  const due = dueOf(task);
  return (
    <li ref={row} className={styles.row} data-due={group} data-task={task.id}>
      <UnstyledButton
        className={styles.check}
        aria-label={t('tasks.completeTitle', { text: task.text })}
        disabled={!mayChangeTask(task)}
        onClick={() => completionAsked.set(task)}
      >
        <IconCheck size={13} aria-hidden="true" />
      </UnstyledButton>
      <div className={styles.what}>
        <div className={styles.text}>{task.text}</div>
        {showDeal && (task.dealId !== 0n || contactName) && (
          <div className={styles.about}>
            {task.dealId !== 0n && (
              <Link to={`/deals/${task.dealId}`} state={{ over: true }}>
                {dealName(task.dealId, card.dealName)}
              </Link>
            )}
            {contactName && <span>{contactName}</span>}
          </div>
        )}
      </div>
      <span className={styles.due}>{due && dueText(due, new Date(serverNow()))}</span>
      {showAssignee && <Avatar userId={task.assigneeUserId} name={assignee} size={24} />}
    </li>
  );
});

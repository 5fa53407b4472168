import { timestampMs } from '@bufbuild/protobuf/wkt';
import { UnstyledButton } from '@mantine/core';
import { IconBell, IconBellOff, IconCheck } from '@tabler/icons-react';
import { memo } from 'react';
import { Link } from 'wouter';
import { dueOf, dueText, type DueGroup } from '../calendar/due';
import { QuietNote } from '../clients/QuietNote';
import { serverNow } from '../clock/server_clock';
import { useFocusPassedOn } from '../components/focus';
import type { Task, TaskCard } from '../gen/voronka/crm/v1/task_pb';
import { dealName } from '../i18n/deal_name';
import { useTranslation } from '../i18n/translation';
import { Avatar } from '../people/Avatar';
import { useName } from '../people/people';
import { mayChangeTask } from '../people/rights';
import { completionAsked } from './completion';
import { moveAsked } from './move';
import { offsetsOf, offsetText } from './reminders';
import { TaskFiles } from './TaskFiles';
import styles from './TaskRow.module.css';

interface TaskRowProps {
  card: TaskCard;
  group: DueGroup;
  // Somebody has come for this one.
  isAsked?: boolean;
  // Omitted next to the deal itself, where its name says nothing.
  showDeal?: boolean;
  showAssignee?: boolean;
}

function Due({ task, text }: { task: Task; text: string }) {
  const { t } = useTranslation();
  if (!mayChangeTask(task)) return <span className={styles.due}>{text}</span>;
  return (
    <UnstyledButton
      className={styles.due}
      aria-label={t('tasks.moveOf', { due: text, text: task.text })}
      onClick={() => moveAsked.set(task)}
    >
      {text}
    </UnstyledButton>
  );
}

// When its assignee is reminded. Nothing is ahead of a task whose time has come.
function OwnReminders({ task, group }: { task: Task; group: DueGroup }) {
  const { t } = useTranslation();
  const isPast = task.dueTime !== undefined && timestampMs(task.dueTime) <= serverNow();
  if (task.allDay || group === 'overdue' || isPast) return null;
  const offsets = offsetsOf(task);
  const BellIcon = offsets.length ? IconBell : IconBellOff;
  return (
    <span className={styles.reminders}>
      <BellIcon size={12} aria-hidden="true" />
      {offsets.length ? offsets.map(offsetText).join(', ') : t('tasks.reminders.none')}
    </span>
  );
}

export const TaskRow = memo(function TaskRow({ card, group, isAsked, showDeal, showAssignee }: TaskRowProps) {
  const { t } = useTranslation();
  const assignee = useName(card.task?.assigneeUserId ?? 0n);
  const row = useFocusPassedOn<HTMLLIElement>();
  const { task, contactName } = card;
  if (!task) return null;
  const due = dueOf(task);
  return (
    <li ref={row} className={styles.row} data-due={group} data-task={task.id} data-asked={isAsked}>
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
        <QuietNote quiet={card.doNotDisturb} />
        {card.awaitsApproval && <div className={styles.about}>{t('tasks.awaitsApproval')}</div>}
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
      <div className={styles.when}>
        {due && <Due task={task} text={dueText(due, new Date(serverNow()))} />}
        <OwnReminders task={task} group={group} />
      </div>
      <TaskFiles card={card} />
      {showAssignee && <Avatar userId={task.assigneeUserId} name={assignee} size={24} />}
    </li>
  );
});

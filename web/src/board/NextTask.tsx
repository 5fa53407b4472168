import { IconAlertCircle, IconClock } from '@tabler/icons-react';
import { dueGroup, dueOf, dueText } from '../calendar/due';
import { useNow } from '../calendar/now';
import type { Task } from '../gen/voronka/crm/v1/task_pb';
import { useTranslation } from '../i18n/translation';
import styles from './NextTask.module.css';

const everyMs = 30_000;

export function NextTask({ task, awaitsApproval }: { task: Task | undefined; awaitsApproval: boolean }) {
  const { t } = useTranslation();
  const now = useNow(everyMs);
  const due = task && dueOf(task);
  if (!due) {
    return (
      <span className={styles.none}>
        <IconAlertCircle size={14} aria-hidden="true" /> {t('board.noTask')}
      </span>
    );
  }
  return (
    <span className={styles.task} data-due={dueGroup(due, now, awaitsApproval)} title={task.text}>
      <IconClock size={14} aria-hidden="true" />
      <span className={styles.text}>
        <span className={styles.when}>{dueText(due, now)}</span> <span className={styles.what}>{task.text}</span>
      </span>
    </span>
  );
}

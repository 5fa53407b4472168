import { timestampDate } from '@bufbuild/protobuf/wkt';
import { IconAlertCircle, IconClock } from '@tabler/icons-react';
import { momentText, nearDayOf } from '../calendar/date_text';
import { dueGroup } from '../calendar/due';
import { useNow } from '../calendar/now';
import { userZone } from '../calendar/user_zone';
import type { Task } from '../gen/voronka/crm/v1/task_pb';
import { useTranslation } from '../i18n/translation';
import styles from './NextTask.module.css';

const everyMs = 30_000;

export function NextTask({ task }: { task: Task | undefined }) {
  const { t } = useTranslation();
  const now = useNow(everyMs);
  if (!task?.dueTime) {
    return (
      <span className={styles.none}>
        <IconAlertCircle size={14} aria-hidden="true" /> {t('board.noTask')}
      </span>
    );
  }
  const moment = timestampDate(task.dueTime);
  return (
    <span
      className={styles.task}
      data-due={dueGroup({ moment, allDay: task.allDay }, now, userZone())}
      title={task.text}
    >
      <IconClock size={14} aria-hidden="true" />
      <span className={styles.text}>
        {task.allDay ? nearDayOf(moment, now) : momentText(moment, now)} ·{' '}
        <span className={styles.what}>{task.text}</span>
      </span>
    </span>
  );
}

import { ActionIcon, Button, UnstyledButton } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { momentText, timestampText } from '../calendar/date_text';
import { useFocusPassedOn } from '../components/focus';
import type { Notification } from '../gen/voronka/notifier/v1/notification_pb';
import { useTranslation } from '../i18n/translation';
import { currentUserId } from '../people/people';
import { acknowledge } from './actions';
import { isSnoozed, isUnread } from './inbox';
import styles from './InboxRow.module.css';
import { openNotification } from './open';
import { SnoozeButtons } from './SnoozeButtons';
import { snoozedUntil } from './snooze_choices';
import { whyAsked } from './why';

interface InboxRowProps {
  notification: Notification;
  // It is about an offer that can no longer be taken.
  isOver: boolean;
  close: () => void;
}

// An answer takes its button away: the focus passes on.
function Answers({ notification }: Pick<InboxRowProps, 'notification'>) {
  const { t } = useTranslation();
  const answers = useFocusPassedOn<HTMLDivElement>();
  return (
    <div className={styles.answers} ref={answers}>
      <SnoozeButtons notification={notification} all />
      {isSnoozed(notification) && (
        <Button size="compact-sm" variant="default" onClick={() => acknowledge(notification)}>
          {t('notifications.dismiss')}
        </Button>
      )}
    </div>
  );
}

// What is snoozed can be put off anew.
const isOpen = (notification: Notification): boolean => isUnread(notification) || isSnoozed(notification);

function Actions({ notification, isOver, close }: InboxRowProps) {
  const { t } = useTranslation();
  const ask = () => {
    close();
    whyAsked.set({ notificationId: notification.id, userId: currentUserId() });
  };
  return (
    <div className={styles.actions}>
      {isOpen(notification) && !isOver && <Answers notification={notification} />}
      <Button size="compact-sm" variant="subtle" onClick={ask}>
        {t('notifications.why')}
      </Button>
    </div>
  );
}

function State({ notification, isOver }: Pick<InboxRowProps, 'notification' | 'isOver'>) {
  const { t } = useTranslation();
  const until = snoozedUntil(notification);
  return (
    <span className={styles.time}>
      <time>{timestampText(notification.createTime)}</time>
      {isOver && ` · ${t('notifications.over')}`}
      {until && ` · ${t('notifications.snoozed', { time: momentText(until) })}`}
    </span>
  );
}

export function InboxRow({ notification, isOver, close }: InboxRowProps) {
  const { t } = useTranslation();
  const [expanded, setExpanded] = useState(false);
  const open = () => {
    close();
    openNotification(notification);
  };
  return (
    <li className={styles.item}>
      <div className={styles.line}>
        <UnstyledButton className={styles.row} data-unread={isUnread(notification) && !isOver} onClick={open}>
          <span className={styles.text}>{notification.text}</span>
          <State notification={notification} isOver={isOver} />
        </UnstyledButton>
        <ActionIcon
          className={styles.more}
          variant="subtle"
          color="gray"
          size={32}
          aria-label={t('notifications.more', { text: notification.text })}
          aria-expanded={expanded}
          onClick={() => setExpanded(!expanded)}
        >
          <IconDots size={16} aria-hidden="true" />
        </ActionIcon>
      </div>
      {expanded && <Actions notification={notification} isOver={isOver} close={close} />}
    </li>
  );
}

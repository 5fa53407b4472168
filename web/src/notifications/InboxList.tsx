import { Button, Skeleton, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { timestampText } from '../calendar/date_text';
import { Empty } from '../components/Empty';
import { Failure, type FailureProps } from '../components/Failure';
import type { Notification as InboxNotification } from '../gen/voronka/notifier/v1/notification_pb';
import { useTranslation } from '../i18n/translation';
import { acknowledge } from './actions';
import { isUnread } from './inbox';
import styles from './InboxList.module.css';
import { openNotification } from './open';

const supported = 'Notification' in window;

// Permission is requested only from this button: users tend to refuse for good a page that asks on opening.
function Permission() {
  const { t } = useTranslation();
  const [permission, setPermission] = useState(supported ? Notification.permission : 'granted');
  if (permission === 'granted') return null;
  if (permission === 'denied') return <p className={styles.blocked}>{t('notifications.blocked')}</p>;
  return (
    <Button
      variant="light"
      size="xs"
      fullWidth
      radius={0}
      onClick={() => void Notification.requestPermission().then(setPermission)}
    >
      {t('notifications.allow')}
    </Button>
  );
}

interface InboxListProps {
  // Undefined: not loaded yet.
  inbox: InboxNotification[] | undefined;
  // Why it is not.
  failure: FailureProps | undefined;
  // Of an offer that can no longer be taken.
  isOver: (notification: InboxNotification) => boolean;
  close: () => void;
}

export function InboxList({ inbox, failure, isOver, close }: InboxListProps) {
  const { t } = useTranslation();
  const unread = inbox?.filter(isUnread) ?? [];
  return (
    <>
      <header className={styles.header}>
        <h2>{t('notifications.title')}</h2>
        {unread.length > 0 && (
          <Button size="compact-xs" variant="subtle" onClick={() => unread.forEach(acknowledge)}>
            {t('notifications.readAll')}
          </Button>
        )}
      </header>
      {failure && <Failure {...failure} />}
      {!inbox && !failure && <Skeleton height={64} m={12} radius={10} />}
      {inbox?.length === 0 && <Empty title={t('notifications.empty')} hint={t('notifications.emptyHint')} />}
      <ul className={styles.list}>
        {inbox?.map((notification) => (
          <li key={String(notification.id)}>
            <UnstyledButton
              className={styles.row}
              data-unread={isUnread(notification) && !isOver(notification)}
              onClick={() => {
                close();
                openNotification(notification);
              }}
            >
              <span className={styles.text}>{notification.text}</span>
              <span className={styles.time}>
                <time>{timestampText(notification.createTime)}</time>
                {isOver(notification) && ` · ${t('notifications.over')}`}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <Permission />
    </>
  );
}

import { ActionIcon, Button, Skeleton } from '@mantine/core';
import { IconSettings } from '@tabler/icons-react';
import { navigate } from 'wouter/use-browser-location';
import { Empty } from '../components/Empty';
import { Failure, type FailureProps } from '../components/Failure';
import type { Notification as InboxNotification } from '../gen/voronka/notifier/v1/notification_pb';
import { useTranslation } from '../i18n/translation';
import { Invitation } from '../pushes/Invitation';
import { acknowledge } from './actions';
import { isUnread } from './inbox';
import styles from './InboxList.module.css';
import { InboxRow } from './InboxRow';

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
  const setUp = () => {
    close();
    navigate('/notifications');
  };
  return (
    <>
      <header className={styles.header}>
        <h2>{t('notifications.title')}</h2>
        {unread.length > 0 && (
          <Button size="compact-xs" variant="subtle" onClick={() => unread.forEach(acknowledge)}>
            {t('notifications.readAll')}
          </Button>
        )}
        <ActionIcon variant="subtle" color="gray" size={32} aria-label={t('notifications.setUp')} onClick={setUp}>
          <IconSettings size={18} aria-hidden="true" />
        </ActionIcon>
      </header>
      <Invitation setUp={setUp} />
      {failure && <Failure {...failure} />}
      {!inbox && !failure && <Skeleton height={64} m={12} radius={10} />}
      {inbox?.length === 0 && <Empty title={t('notifications.empty')} hint={t('notifications.emptyHint')} />}
      <ul className={styles.list}>
        {inbox?.map((notification) => (
          <InboxRow
            key={String(notification.id)}
            notification={notification}
            isOver={isOver(notification)}
            close={close}
          />
        ))}
      </ul>
    </>
  );
}

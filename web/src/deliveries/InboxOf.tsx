import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { inbox } from '../api/clients';
import { refusalOf } from '../api/refusal';
import { timestampText } from '../calendar/date_text';
import { Failure } from '../components/Failure';
import { MoreButton } from '../components/MoreButton';
import { Notification_State as State, type Notification } from '../gen/voronka/notifier/v1/notification_pb';
import { useTranslation } from '../i18n/translation';
import { whyAsked } from '../notifications/why';
import rows from '../style/rows.module.css';

const pageSize = 20;

const stateTexts: Partial<Record<State, string>> = {
  [State.UNREAD]: 'deliveries.unread',
  [State.ACKNOWLEDGED]: 'deliveries.read',
  [State.SNOOZED]: 'deliveries.snoozed',
};

function useInboxOf(userId: bigint) {
  return useInfiniteQuery({
    queryKey: ['inbox-of', String(userId)],
    queryFn: ({ pageParam }) => inbox.listNotifications({ userId, pageSize, pageToken: pageParam }),
    initialPageParam: '',
    getNextPageParam: ({ nextPageToken }) => nextPageToken || undefined,
    // No stream tells of another user's.
    staleTime: 0,
  });
}

function Row({ notification, userId }: { notification: Notification; userId: bigint }) {
  const { t } = useTranslation();
  const { id, text, createTime, state } = notification;
  return (
    <li className={rows.row} data-notification={String(id)}>
      <div className={rows.what}>
        <div>{text}</div>
        <div className={rows.when}>
          <time>{timestampText(createTime)}</time>
          {' · '}
          {t(stateTexts[state] ?? '')}
        </div>
      </div>
      <Button
        size="xs"
        variant="default"
        aria-label={t('deliveries.whyOf', { text })}
        onClick={() => whyAsked.set({ notificationId: id, userId })}
      >
        {t('deliveries.why')}
      </Button>
    </li>
  );
}

// A user's notifications, for whoever leads them: when they came, and what became of each.
export function InboxOf({ userId }: { userId: bigint }) {
  const { t } = useTranslation();
  const list = useInboxOf(userId);
  const { data, error, isPending, refetch } = list;
  if (isPending) return <Skeleton height={160} radius={12} />;
  if (!data) return <Failure text={refusalOf(error).message} retry={() => void refetch()} />;
  const listed = data.pages.flatMap(({ notifications }) => notifications);
  if (!listed.length) return <p className={rows.none}>{t('deliveries.nothing')}</p>;
  return (
    <>
      <ul className={rows.rows}>
        {listed.map((notification) => (
          <Row key={String(notification.id)} notification={notification} userId={userId} />
        ))}
      </ul>
      <MoreButton list={list} size="sm" />
    </>
  );
}

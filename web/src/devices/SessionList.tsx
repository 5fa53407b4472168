import { Button, Skeleton } from '@mantine/core';
import { refusalOf } from '../api/refusal';
import { timestampText } from '../calendar/date_text';
import { Failure } from '../components/Failure';
import { useFocusPassedOn } from '../components/focus';
import type { Session } from '../gen/voronka/crm/v1/session_pb';
import { useTranslation } from '../i18n/translation';
import { currentSession } from '../session/session';
import rows from '../style/rows.module.css';
import { inOrder } from './order';
import { useEndSessions, useSessions } from './session_query';
import styles from './SessionList.module.css';

// What a browser says of itself when nothing better is known.
const unnamed = ['', 'browser'];

interface SessionRowProps {
  session: Session;
  isCurrent: boolean;
  isBusy: boolean;
  end: () => void;
}

function SessionRow({ session, isCurrent, isBusy, end }: SessionRowProps) {
  const { t } = useTranslation();
  const row = useFocusPassedOn<HTMLLIElement>();
  const name = unnamed.includes(session.client) ? t('devices.browser') : session.client;
  return (
    <li className={rows.row} ref={row} data-session={String(session.id)}>
      <div className={rows.what}>
        <strong className={styles.name}>
          <bdi>{name}</bdi>
        </strong>
        {isCurrent && <span className={styles.current}>{t('devices.current')}</span>}
        <p className={rows.when}>
          {t('devices.seen', { time: timestampText(session.refreshTime ?? session.createTime) })}
          {' · '}
          {t('devices.since', { time: timestampText(session.createTime) })}
        </p>
      </div>
      {!isCurrent && (
        <Button size="xs" variant="default" loading={isBusy} aria-label={t('devices.endOf', { name })} onClick={end}>
          {t('devices.end')}
        </Button>
      )}
    </li>
  );
}

// Where a user is logged in, and how to end it there.
export function SessionList({ userId }: { userId: bigint }) {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useSessions(userId);
  const ending = useEndSessions();
  const current = currentSession()?.id ?? 0n;
  if (isPending) return <Skeleton height={96} radius={12} />;
  if (!data) return <Failure text={refusalOf(error).message} retry={() => void refetch()} />;
  const sessions = inOrder(data, current);
  const others = sessions.filter(({ id }) => id !== current);
  const isBusy = (session: Session) => ending.isPending && ending.variables.includes(session);
  return (
    <>
      {sessions.length === 0 && <p className={rows.none}>{t('devices.none')}</p>}
      {sessions.length > 0 && (
        <ul className={rows.rows}>
          {sessions.map((session) => (
            <SessionRow
              key={String(session.id)}
              session={session}
              isCurrent={session.id === current}
              isBusy={isBusy(session)}
              end={() => ending.mutate([session])}
            />
          ))}
        </ul>
      )}
      {ending.error && (
        <p className={styles.problem} role="alert">
          {refusalOf(ending.error).message}
        </p>
      )}
      {others.length > 1 && (
        <Button variant="default" size="sm" loading={ending.isPending} onClick={() => ending.mutate(others)}>
          {t(others.length < sessions.length ? 'devices.endOthers' : 'devices.endAll')}
        </Button>
      )}
    </>
  );
}

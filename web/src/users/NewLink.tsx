import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { users } from '../api/clients';
import { refusalOf } from '../api/refusal';
import { timestampText } from '../calendar/date_text';
import { Copyable } from '../components/Copyable';
import { Waiting } from '../components/Waiting';
import { useReloadSessions } from '../devices/session_query';
import { User_State, type User } from '../gen/voronka/crm/v1/user_pb';
import { useTranslation } from '../i18n/translation';
import { linkWith } from '../navigation/link_token';
import styles from '../style/form.module.css';

// Makes a password link for the user when it appears, and shows it: nobody can see it again afterwards.
export function NewLink({ user, close }: { user: User; close: () => void }) {
  const { t } = useTranslation();
  const reloadSessions = useReloadSessions();
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: () => users.createPasswordLink({ userId: user.id }),
    onSuccess: reloadSessions,
    // The token is kept nowhere.
    gcTime: 0,
  });
  useEffect(() => mutate(), [mutate]);
  const isInvitation = user.state === User_State.INVITED;
  if (error) {
    return (
      <div className={styles.form}>
        <p className={styles.problem} role="alert">
          {isInvitation ? t('users.linkFailed', { reason: refusalOf(error).message }) : refusalOf(error).message}
        </p>
        <div className={styles.buttons}>
          <Button variant="default" onClick={close}>
            {t('actions.close')}
          </Button>
          <Button loading={isPending} onClick={() => mutate()}>
            {t('actions.retry')}
          </Button>
        </div>
      </div>
    );
  }
  if (!data) return <Waiting text={t('users.makingLink')} />;
  return (
    <div className={styles.form}>
      <p className={styles.explanation}>
        {t(isInvitation ? 'users.giveInvitation' : 'users.giveReset', { name: user.displayName })}
      </p>
      <Copyable label={t('users.link')} text={linkWith(data.token)} />
      <p className={styles.explanation}>
        {t('users.linkUntil', { time: timestampText(data.expireTime) })} {t('users.linkOnce')}
      </p>
      <div className={styles.buttons}>
        <Button onClick={close} data-autofocus>
          {t('users.linkDone')}
        </Button>
      </div>
    </div>
  );
}

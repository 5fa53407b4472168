import { Button } from '@mantine/core';
import { Dialog } from '../components/Dialog';
import { useTranslation } from '../i18n/translation';
import { waitingChanges } from '../outbox/waiting';
import { isTake } from '../outbox/storage';
import { useObserved } from '../state/observable';
import styles from '../style/form.module.css';
import { leaveAsked, leaveNow, type Leaving } from './leaving';

const close = () => leaveAsked.set(undefined);

function Question({ leaving }: { leaving: Leaving }) {
  const { t } = useTranslation();
  const changes = useObserved(waitingChanges);
  const leave = () => {
    close();
    leaveNow(leaving);
  };
  return (
    <div className={styles.form}>
      <p className={styles.explanation}>
        {changes.length > 0 && `${t('session.unsent', { count: changes.length })} ${t('session.unsentStay')}`}{' '}
        {changes.some(isTake) && t('session.untakenLost')}
      </p>
      <div className={styles.buttons}>
        <Button variant="default" onClick={leave}>
          {t('session.logOut')}
        </Button>
        <Button onClick={close} data-autofocus>
          {t('session.stay')}
        </Button>
      </div>
    </div>
  );
}

// Before the user logs out while changes wait for the connection.
export function LeaveDialog() {
  const { t } = useTranslation();
  const leaving = useObserved(leaveAsked);
  return (
    <Dialog opened={leaving !== undefined} title={t('session.leaveTitle')} close={close}>
      {leaving && <Question leaving={leaving} />}
    </Dialog>
  );
}

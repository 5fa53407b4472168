import { Button } from '@mantine/core';
import { useState } from 'react';
import type { User } from '../gen/voronka/crm/v1/user_pb';
import { useTranslation } from '../i18n/translation';
import styles from '../style/form.module.css';
import { NewLink } from './NewLink';

// Says what a reset does before it does it.
export function ResetForm({ user, close }: { user: User; close: () => void }) {
  const { t } = useTranslation();
  const [isAgreed, setAgreed] = useState(false);
  if (isAgreed) return <NewLink user={user} close={close} />;
  return (
    <div className={styles.form}>
      <p className={styles.explanation}>{t('users.resetEffect')}</p>
      {user.totpEnabled && <p className={styles.explanation}>{t('users.resetKeepsFactor')}</p>}
      <div className={styles.buttons}>
        <Button variant="default" onClick={close} data-autofocus>
          {t('actions.cancel')}
        </Button>
        <Button color="red.8" onClick={() => setAgreed(true)}>
          {t('users.reset')}
        </Button>
      </div>
    </div>
  );
}

import { Button } from '@mantine/core';
import { navigate } from 'wouter/use-browser-location';
import { useTranslation } from '../i18n/translation';
import styles from './LoginPage.module.css';

interface DeadLinkProps {
  // What the service says. Absent: the address has no token.
  message: string | undefined;
}

// Says whom to ask for another link.
export function DeadLink({ message }: DeadLinkProps) {
  const { t } = useTranslation();
  return (
    <>
      <h2 className={styles.heading}>{t('join.dead')}</h2>
      <p className={styles.explanation} role="alert">
        {message ?? t('join.incomplete')}
      </p>
      <p className={styles.explanation}>{t('join.whomToAsk')}</p>
      <Button variant="default" size="md" fullWidth onClick={() => navigate('/', { replace: true })}>
        {t('join.toLogin')}
      </Button>
    </>
  );
}

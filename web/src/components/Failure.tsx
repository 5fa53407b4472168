import { Button } from '@mantine/core';
import { useTranslation } from '../i18n/translation';
import styles from './Notice.module.css';

export interface FailureProps {
  text: string;
  retry: () => void;
}

export function Failure({ text, retry }: FailureProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.notice} role="alert">
      <strong>{t('errors.loading')}</strong>
      <p>{text}</p>
      <Button variant="default" onClick={retry}>
        {t('actions.retry')}
      </Button>
    </div>
  );
}

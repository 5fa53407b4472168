import { Button } from '@mantine/core';
import { useTranslation } from '../i18n/translation';
import styles from './Conflict.module.css';

interface ConflictProps {
  shown: string;
  // Who changed it, other than the user. Empty: that is not known.
  changedBy: string;
  replace: () => void;
  leave: () => void;
}

// A colleague, or the user in another tab, has changed the value since the editor was opened.
export function Conflict({ shown, changedBy, replace, leave }: ConflictProps) {
  const { t } = useTranslation();
  const value = shown || t('timeline.nothing');
  return (
    <div className={styles.conflict} role="alert">
      <p>
        {changedBy ? t('deal.changedBy', { value, name: changedBy }) : t('deal.changedMeanwhile', { value })}{' '}
        {t('deal.replaceIt')}
      </p>
      <Button size="compact-sm" onClick={replace}>
        {t('deal.replace')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={leave}>
        {t('deal.leave')}
      </Button>
    </div>
  );
}

import { Button } from '@mantine/core';
import { useTranslation } from '../i18n/translation';
import styles from './RestoredDraft.module.css';

// Says that a form opens with what was typed earlier, maybe long ago or in another tab.
export function RestoredDraft({ shown, reset }: { shown: boolean; reset: () => void }) {
  const { t } = useTranslation();
  if (!shown) return null;
  return (
    <p className={styles.restored} role="status">
      {t('draft.restored')} ·{' '}
      <Button size="compact-xs" variant="subtle" onClick={reset}>
        {t('draft.reset')}
      </Button>
    </p>
  );
}

import { Button } from '@mantine/core';
import { Problem } from '../components/Problem';
import { useTranslation } from '../i18n/translation';
import styles from './field_settings.module.css';
import type { Working } from './use_work';

// Says that somebody else has changed the fields, and offers to go on from theirs.
function Stale({ reload }: { reload: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.stale} role="alert">
      <p>{t('fieldSettings.stale')}</p>
      <Button size="xs" variant="default" onClick={reload}>
        {t('fieldSettings.reload')}
      </Button>
    </div>
  );
}

// Below the fields, as long as there is something to save.
export function SaveBar({ working }: { working: Working }) {
  const { t } = useTranslation();
  const { isStale, reload, message, discard, submit, isSaving } = working;
  if (!working.isChanged) return null;
  return (
    <div className={styles.bar}>
      {isStale && <Stale reload={reload} />}
      <Problem>{!isStale && message}</Problem>
      <div className={styles.barLine}>
        <span className={styles.barText} role="status">
          {t('fieldSettings.changed')}
        </span>
        <Button variant="default" onClick={discard}>
          {t('fieldSettings.discard')}
        </Button>
        <Button onClick={submit} loading={isSaving} disabled={isStale}>
          {t('fieldSettings.save')}
        </Button>
      </div>
    </div>
  );
}

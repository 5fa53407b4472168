import { Button } from '@mantine/core';
import { Problem } from '../components/Problem';
import { useTranslation } from '../i18n/translation';
import styles from './SaveBar.module.css';

interface SaveBarProps {
  // Whose texts.
  words: 'fieldSettings' | 'pipelineSettings' | 'queueSettings' | 'newQueue';
  isChanged: boolean;
  // Somebody else has saved another version since.
  isStale: boolean;
  reload: () => void;
  // What no field says. Empty: all is said there.
  message: string;
  discard: () => void;
  submit: () => void;
  isSaving: boolean;
}

// Says that somebody else has changed the same, and offers to go on from theirs.
function Stale({ words, reload }: Pick<SaveBarProps, 'words' | 'reload'>) {
  const { t } = useTranslation();
  return (
    <div className={styles.stale} role="alert">
      <p>{t(`${words}.stale`)}</p>
      <Button size="xs" variant="default" onClick={reload}>
        {t(`${words}.reload`)}
      </Button>
    </div>
  );
}

// At the end of the page, as long as there is something to save.
export function SaveBar({ words, isChanged, isStale, reload, message, discard, submit, isSaving }: SaveBarProps) {
  const { t } = useTranslation();
  if (!isChanged) return null;
  return (
    <div className={styles.bar}>
      {isStale && <Stale words={words} reload={reload} />}
      <Problem>{!isStale && message}</Problem>
      <div className={styles.barLine}>
        <span className={styles.barText} role="status">
          {t(`${words}.changed`)}
        </span>
        <Button variant="default" onClick={discard}>
          {t(`${words}.discard`)}
        </Button>
        <Button onClick={submit} loading={isSaving} disabled={isStale}>
          {t(`${words}.save`)}
        </Button>
      </div>
    </div>
  );
}

import { Button } from '@mantine/core';
import { Problem } from '../components/Problem';
import { useTranslation } from '../i18n/translation';
import styles from './ArchiveButton.module.css';
import type { Words } from './words';

interface ArchiveButtonProps {
  words: Words;
  isArchived: boolean;
  // Why it cannot be archived as it is.
  obstacle?: string | false;
  act: () => void;
  isPending: boolean;
  problem: string | null | undefined;
}

// Takes something out of use, and brings it back.
export function ArchiveButton({ words, isArchived, obstacle, act, isPending, problem }: ArchiveButtonProps) {
  const { t } = useTranslation();
  const note = obstacle || (!isArchived && t(`${words}.archiveHint`));
  return (
    <section className={styles.archive} aria-label={t(`${words}.archive`)}>
      <Button
        variant="default"
        className={isArchived ? undefined : styles.remove}
        onClick={act}
        loading={isPending}
        disabled={Boolean(obstacle)}
      >
        {t(isArchived ? `${words}.unarchive` : `${words}.archive`)}
      </Button>
      {note && <p className={styles.note}>{note}</p>}
      <Problem>{problem}</Problem>
    </section>
  );
}

import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from '../i18n/translation';
import styles from './Panel.module.css';

interface PanelProps {
  title: string;
  // Undefined: not loaded yet.
  count: number | undefined;
  empty: string;
  // Shown next to the title.
  aside?: ReactNode;
  // Absent: everything is shown.
  more?: { show: () => void; busy?: boolean };
  children?: ReactNode;
}

export function Panel({ title, count, empty, aside, more, children }: PanelProps) {
  const { t } = useTranslation();
  return (
    <section className={styles.panel} aria-label={title}>
      <header className={styles.header}>
        <h2 className={styles.title}>
          <bdi>{title}</bdi> {count !== undefined && count > 0 && <span>{count}</span>}
        </h2>
        {aside}
      </header>
      {count === 0 && <p className={styles.empty}>{empty}</p>}
      {count !== 0 && <ul className={styles.rows}>{children}</ul>}
      {more && (
        <Button className={styles.more} variant="default" loading={more.busy} onClick={more.show}>
          {t('actions.more')}
        </Button>
      )}
    </section>
  );
}

import { Button, Skeleton } from '@mantine/core';
import { Children, type ReactNode } from 'react';
import { refusalOf } from '../api/refusal';
import { useTranslation } from '../i18n/translation';
import styles from './Panel.module.css';

interface PanelProps {
  title: string;
  // Undefined: not loaded yet.
  count: number | undefined;
  empty: string;
  // Why there is nothing to show yet, even while it is asked for again.
  failure?: Error | null;
  // Shown next to the title.
  aside?: ReactNode;
  // Absent: everything is shown.
  more?: { show: () => void; busy?: boolean };
  children?: ReactNode;
}

function Rows({ count, empty, failure, children }: Pick<PanelProps, 'count' | 'empty' | 'failure' | 'children'>) {
  if (Children.count(children) > 0) return <ul className={styles.rows}>{children}</ul>;
  if (failure) {
    return (
      <p className={styles.empty} role="alert">
        {refusalOf(failure).message}
      </p>
    );
  }
  if (count === undefined) return <Skeleton height={64} radius={12} />;
  return count === 0 && <p className={styles.empty}>{empty}</p>;
}

export function Panel({ title, count, aside, more, ...rows }: PanelProps) {
  const { t } = useTranslation();
  return (
    <section className={styles.panel} aria-label={title}>
      <header className={styles.header}>
        <h2 className={styles.title}>
          <bdi>{title}</bdi> {count !== undefined && count > 0 && <span>{count}</span>}
        </h2>
        {aside}
      </header>
      <Rows count={count} {...rows} />
      {more && (
        <Button className={styles.more} variant="default" loading={more.busy} onClick={more.show}>
          {t('actions.more')}
        </Button>
      )}
    </section>
  );
}

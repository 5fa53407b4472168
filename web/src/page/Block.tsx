import type { ReactNode } from 'react';
import styles from './Block.module.css';

// A part of a page whose content has a heading.
export function Box({ children }: { children: ReactNode }) {
  return <div className={styles.block}>{children}</div>;
}

// A part of a page with a heading of its own.
export function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.block} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      {children}
    </section>
  );
}

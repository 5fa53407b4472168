import type { ReactNode } from 'react';
import styles from './Row.module.css';

// A longer label stands above its value: beside it, it would be a column of single words.
const longestBeside = 32;

// One field of a deal or a contact: what it is called, and what it says.
export function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.field} data-long={label.length > longestBeside || undefined}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export function Rows({ children }: { children: ReactNode }) {
  return <dl className={styles.fields}>{children}</dl>;
}

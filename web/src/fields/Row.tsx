import type { ReactNode } from 'react';
import styles from './Row.module.css';

// A longer label stands above its value: beside it, it would be a column of single words.
const longestBeside = 32;

// One field of a deal or a contact: what it is called, and what it says.
// `note`: quietly beside it.
export function Row({ label, note, children }: { label: string; note?: string; children: ReactNode }) {
  return (
    <div className={styles.field} data-long={label.length > longestBeside || undefined}>
      <dt>{label}</dt>
      <dd>
        {children}
        {note && <span className={styles.note}>{note}</span>}
      </dd>
    </div>
  );
}

export function Rows({ children }: { children: ReactNode }) {
  return <dl className={styles.fields}>{children}</dl>;
}

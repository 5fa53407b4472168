import type { ReactNode } from 'react';
import styles from './StaleNote.module.css';

// Says that somebody else has changed the same meanwhile. `children`: a button to go on from there.
export function StaleNote({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <div className={styles.stale} role="alert">
      <p>{text}</p>
      {children}
    </div>
  );
}

import type { ReactNode } from 'react';
import styles from './StickyBar.module.css';

// At the end of a long page, and in sight all the while.
export function StickyBar({ children }: { children: ReactNode }) {
  return <div className={styles.bar}>{children}</div>;
}

import type { ReactNode } from 'react';
import styles from '../style/form.module.css';

// Why a form was refused, as far as no field says it. Nothing if there is nothing to say.
export function Problem({ children }: { children: ReactNode }) {
  if (!children) return null;
  return (
    <p className={styles.problem} role="alert">
      {children}
    </p>
  );
}

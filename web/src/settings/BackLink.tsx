import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import styles from './BackLink.module.css';

// From one of several to all of them.
export function BackLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to} className={styles.back}>
      <IconArrowLeft size={15} aria-hidden="true" /> <bdi>{children}</bdi>
    </Link>
  );
}

import { IconLock } from '@tabler/icons-react';
import styles from './Locked.module.css';

// Why the field above is only to be read (locks.ts). Empty: it is the user's to change.
export function Locked({ why }: { why: string }) {
  if (!why) return null;
  return (
    <span className={styles.why} data-locked>
      <IconLock size={12} aria-hidden="true" />
      <span>{why}</span>
    </span>
  );
}

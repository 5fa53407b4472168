import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from 'wouter';
import styles from './BackLink.module.css';

// From one of them to the list.
export function BackLink({ to, text }: { to: string; text: string }) {
  return (
    <Link to={to} className={styles.back}>
      <IconArrowLeft size={15} aria-hidden="true" /> <bdi>{text}</bdi>
    </Link>
  );
}

import type { ReactNode } from 'react';
import { Link } from 'wouter';
import styles from './Sidebar.module.css';

interface NavItemProps {
  to: string;
  icon: ReactNode;
  text: string;
  current: boolean;
  // How many things there need attention, and the same in words.
  alert?: { count: number; text: string };
}

export function NavItem({ to, icon, text, current, alert }: NavItemProps) {
  return (
    <Link to={to} className={styles.item} aria-current={current ? 'page' : undefined}>
      {icon}
      <span className={styles.text}>{text}</span>
      {alert && alert.count > 0 && (
        <span className={styles.alert} title={alert.text} aria-label={alert.text}>
          {alert.count > 99 ? '99+' : alert.count}
        </span>
      )}
    </Link>
  );
}

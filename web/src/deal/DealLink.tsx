import { Link } from 'wouter';
import { dealName } from '../i18n/deal_name';
import styles from './LinkedDeals.module.css';

// Leads to another deal, over the same screen.
export function DealLink({ id, name }: { id: bigint; name?: string }) {
  return (
    <Link to={`/deals/${id}`} state={{ over: true }} className={styles.link}>
      <bdi>{dealName(id, name)}</bdi>
    </Link>
  );
}

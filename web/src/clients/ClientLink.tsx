import { Link } from 'wouter';
import { clientPath } from '../navigation/client_path';
import styles from './ClientDetails.module.css';

interface ClientLinkProps {
  kind: { name: 'contact' | 'company' };
  id: bigint;
  text: string;
}

// Leads to the page of a contact or a company.
export function ClientLink({ kind, id, text }: ClientLinkProps) {
  return (
    <Link to={clientPath(kind.name, id)} className={styles.link}>
      <bdi>{text}</bdi>
    </Link>
  );
}

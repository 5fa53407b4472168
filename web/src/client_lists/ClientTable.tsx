import { Link } from 'wouter';
import { timestampText } from '../calendar/date_text';
import type { Client } from '../clients/client_kinds';
import { RowTable } from '../components/RowTable';
import rows from '../components/RowTable.module.css';
import { mailLink } from '../i18n/mail';
import { phoneLink, phoneText } from '../i18n/phone';
import { useTranslation } from '../i18n/translation';
import { clientPath } from '../navigation/client_path';
import { Avatar } from '../people/Avatar';
import { useName } from '../people/people';
import type { Kind } from './client_list_query';
import styles from './ClientTable.module.css';

// What is said of one under its name.
const factOf = (client: Client): string => ('jobTitle' in client ? client.jobTitle : client.taxNumber);

function ClientRow({ kind, client }: { kind: Kind; client: Client }) {
  const { t } = useTranslation();
  const responsible = useName(client.responsibleUserId);
  const [phone] = client.phones;
  const [email] = client.emails;
  return (
    <tr className={rows.row} data-client={String(client.id)}>
      <th scope="row" className={`${rows.first} ${styles.name}`}>
        <Link to={clientPath(kind, client.id)} className={rows.link}>
          <bdi>{client.name || t('clientLists.nameless')}</bdi>
        </Link>
        {factOf(client) && <bdi className={styles.fact}>{factOf(client)}</bdi>}
      </th>
      <td>
        {phone && (
          <a className={styles.way} href={phoneLink(phone)} aria-label={t('deal.call', { phone: phoneText(phone) })}>
            {phoneText(phone)}
          </a>
        )}
      </td>
      <td>
        {email && (
          <a className={styles.way} href={mailLink(email)}>
            <bdi>{email}</bdi>
          </a>
        )}
      </td>
      <td>
        {responsible && (
          <span className={styles.person}>
            <Avatar userId={client.responsibleUserId} name={responsible} size={24} />
            <bdi>{responsible}</bdi>
          </span>
        )}
      </td>
      <td className={styles.created}>
        <time>{timestampText(client.createTime)}</time>
      </td>
    </tr>
  );
}

export function ClientTable({ kind, clients }: { kind: Kind; clients: Client[] }) {
  const { t } = useTranslation();
  const columns = [
    kind === 'contact' ? t('clientLists.contactName') : t('clientLists.companyName'),
    t('clientLists.phone'),
    t('clientLists.email'),
    t('clientLists.responsible'),
    t('clientLists.created'),
  ];
  return (
    <RowTable columns={columns}>
      {clients.map((client) => (
        <ClientRow key={String(client.id)} kind={kind} client={client} />
      ))}
    </RowTable>
  );
}

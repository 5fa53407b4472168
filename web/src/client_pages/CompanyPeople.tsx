import { ClientLink } from '../clients/ClientLink';
import { contactKind } from '../clients/client_kinds';
import { Ways } from '../clients/Ways';
import type { Contact } from '../gen/voronka/crm/v1/contact_pb';
import { useTranslation } from '../i18n/translation';
import { Block } from '../page/Block';
import rows from '../style/rows.module.css';
import styles from './client_pages.module.css';
import { useCompanyPeople } from './company_people';
import { Pages } from './Pages';

function Person({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  return (
    <li className={styles.row} data-contact={contact.id}>
      <div className={rows.what}>
        <ClientLink kind={contactKind} id={contact.id} text={contact.name || t('deal.namelessContact')} />
        {contact.jobTitle && (
          <p className={rows.when}>
            <bdi>{contact.jobTitle}</bdi>
          </p>
        )}
      </div>
      <div className={styles.ways}>
        <Ways client={contact} />
      </div>
    </li>
  );
}

// Who speaks for the company.
export function CompanyPeople({ companyId }: { companyId: bigint }) {
  const { t } = useTranslation();
  const people = useCompanyPeople(companyId);
  const found = people.data?.pages.flatMap(({ contacts }) => contacts) ?? [];
  return (
    <Block title={t('clients.people')}>
      <Pages
        query={people}
        items={found.map((contact) => (
          <Person key={String(contact.id)} contact={contact} />
        ))}
        none={t('clients.noPeople')}
      />
    </Block>
  );
}

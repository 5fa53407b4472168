import type { Contact } from '../gen/voronka/crm/v1/contact_pb';
import { useTranslation } from '../i18n/translation';
import { companyKind, contactKind } from './client_kinds';
import { useClient } from './client_query';
import styles from './ClientDetails.module.css';
import { ClientLink } from './ClientLink';
import { Preferences } from './Preferences';
import { QuietNote } from './QuietNote';
import { Ways } from './Ways';

// «Главный бухгалтер, ООО «Ромашка»».
function Place({ contact: { jobTitle, companyId } }: { contact: Contact }) {
  const { data: company } = useClient(companyKind, companyId);
  if (!jobTitle && !company) return null;
  return (
    <div className={styles.place}>
      {jobTitle && <bdi>{jobTitle}</bdi>}
      {company && <ClientLink kind={companyKind} id={companyId} text={company.name} />}
    </div>
  );
}

// `isOwnPage`: the page is about them, so that nothing leads to it, and says apart how to reach them.
export function ContactDetails({ contact, isOwnPage }: { contact: Contact; isOwnPage?: boolean }) {
  const { t } = useTranslation();
  const name = contact.name || t('deal.namelessContact');
  return (
    <div className={styles.client}>
      <div className={styles.name}>
        {isOwnPage ? name : <ClientLink kind={contactKind} id={contact.id} text={name} />}
      </div>
      <Place contact={contact} />
      {!isOwnPage && <QuietNote quiet={contact.doNotDisturb} />}
      <Ways client={contact} />
      {!isOwnPage && <Preferences contact={contact} />}
    </div>
  );
}

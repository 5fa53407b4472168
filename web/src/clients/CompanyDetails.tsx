import { IconMapPin, IconWorld } from '@tabler/icons-react';
import { siteLink } from '../fields/page_link';
import { useSystemLabels } from '../fields/system_labels';
import type { Company } from '../gen/voronka/crm/v1/company_pb';
import { Entity } from '../gen/voronka/crm/v1/field_set_pb';
import { companyKind } from './client_kinds';
import styles from './ClientDetails.module.css';
import { ClientLink } from './ClientLink';
import { LocalTime } from './LocalTime';
import { Ways } from './Ways';

function Site({ site }: { site: string }) {
  const href = siteLink(site);
  const text = (
    <>
      <IconWorld size={15} aria-hidden="true" /> <bdi>{site}</bdi>
    </>
  );
  if (!href) return <span className={styles.fact}>{text}</span>;
  return (
    <a className={styles.way} href={href} target="_blank" rel="noopener noreferrer">
      {text}
    </a>
  );
}

// `isOwnPage`: the page is about it, so that nothing leads to it, and says apart how to reach it.
export function CompanyDetails({ company, isOwnPage }: { company: Company; isOwnPage?: boolean }) {
  const label = useSystemLabels(Entity.COMPANY);
  const { id, name, taxNumber, site, address } = company;
  return (
    <div className={styles.client}>
      <div className={styles.name}>{isOwnPage ? name : <ClientLink kind={companyKind} id={id} text={name} />}</div>
      {taxNumber && (
        <span className={styles.fact}>
          {label('tax_number')} <bdi>{taxNumber}</bdi>
        </span>
      )}
      <Ways client={company} />
      {!isOwnPage && <LocalTime zone={company.timeZone} />}
      {site && <Site site={site} />}
      {address && (
        <span className={styles.fact}>
          <IconMapPin size={15} aria-hidden="true" /> <bdi>{address}</bdi>
        </span>
      )}
    </div>
  );
}

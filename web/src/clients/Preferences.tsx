import type { Contact } from '../gen/voronka/crm/v1/contact_pb';
import { useTranslation } from '../i18n/translation';
import { channelName } from './channels';
import { companyKind } from './client_kinds';
import { useClient } from './client_query';
import styles from './ClientDetails.module.css';
import { LocalTime } from './LocalTime';

// By what and when a contact likes to be reached, and what time it is there: in their company's zone if theirs is not
// known.
export function Preferences({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  const { data: company } = useClient(companyKind, contact.timeZone ? 0n : contact.companyId);
  const channel = channelName(contact.preferredChannel);
  const how = [channel && t(channel), contact.preferredHours].filter(Boolean).join(', ');
  return (
    <>
      <LocalTime zone={contact.timeZone || (company?.timeZone ?? '')} />
      {how && <span className={styles.fact}>{t('reach.prefers', { how })}</span>}
    </>
  );
}

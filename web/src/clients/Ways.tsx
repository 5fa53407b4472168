import { IconMail, IconMessageCircle, IconPhone } from '@tabler/icons-react';
import { mailLink } from '../i18n/mail';
import { messengerLink, messengerText } from '../i18n/messenger';
import { isDoubtfulPhone, phoneLink, phoneText } from '../i18n/phone';
import { useTranslation } from '../i18n/translation';
import styles from './ClientDetails.module.css';
import type { Client } from './client_kinds';

function MessengerWay({ messenger }: { messenger: string }) {
  const href = messengerLink(messenger);
  const text = (
    <>
      <IconMessageCircle size={15} aria-hidden="true" /> <bdi>{messengerText(messenger)}</bdi>
    </>
  );
  if (!href) return <span className={styles.fact}>{text}</span>;
  return (
    <a className={styles.way} href={href} target="_blank" rel="noopener noreferrer">
      {text}
    </a>
  );
}

// How to reach a client: a click calls, begins a letter, or opens a messenger.
export function Ways({ client }: { client: Client }) {
  const { t } = useTranslation();
  return (
    <>
      {client.phones.map((phone) => (
        <a
          key={phone}
          className={styles.way}
          href={phoneLink(phone)}
          aria-label={t('deal.call', { phone: phoneText(phone) })}
        >
          <IconPhone size={15} aria-hidden="true" /> {phoneText(phone)}
          {isDoubtfulPhone(phone) && <span className={styles.doubt}>{t('deal.doubtfulPhone')}</span>}
        </a>
      ))}
      {client.emails.map((email) => (
        <a key={email} className={styles.way} href={mailLink(email)}>
          <IconMail size={15} aria-hidden="true" /> <bdi>{email}</bdi>
        </a>
      ))}
      {'messengers' in client &&
        client.messengers.map((messenger) => <MessengerWay key={messenger} messenger={messenger} />)}
    </>
  );
}

import type { Inquiry } from '../gen/voronka/crm/v1/inquiry_pb';
import { mailLink } from '../i18n/mail';
import { phoneLink, phoneText } from '../i18n/phone';
import { useTranslation } from '../i18n/translation';
import styles from './Wrote.module.css';

// How a client who wrote can be reached, and what they wrote.
export function Wrote({ inquiry: { phone, email, text } }: { inquiry: Inquiry }) {
  const { t } = useTranslation();
  return (
    <div className={styles.wrote}>
      <p className={styles.reach}>
        {phone && (
          <a href={phoneLink(phone)} aria-label={t('deal.call', { phone: phoneText(phone) })}>
            {phoneText(phone)}
          </a>
        )}
        {email && <a href={mailLink(email)}>{email}</a>}
      </p>
      {text && <p className={styles.text}>{text}</p>}
    </div>
  );
}

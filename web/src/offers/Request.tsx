import type { DealCard } from '../gen/voronka/crm/v1/board_pb';
import { phoneLink, phoneText } from '../i18n/phone';
import { useTranslation } from '../i18n/translation';
import styles from './Request.module.css';

// Where to call the client, if the card says so.
export function Phone({ card: { contactPhone } }: { card: DealCard }) {
  const { t } = useTranslation();
  if (!contactPhone) return null;
  const phone = phoneText(contactPhone);
  return (
    <a
      className={styles.phone}
      href={phoneLink(contactPhone)}
      aria-label={t('deal.call', { phone })}
      onClick={(event) => event.stopPropagation()}
    >
      {phone}
    </a>
  );
}

// What the client wants and where to call them: enough to decide whether to take the deal.
export function Request({ card }: { card: DealCard }) {
  return (
    <>
      {card.requestLine && <div className={styles.line}>{card.requestLine}</div>}
      <Phone card={card} />
    </>
  );
}

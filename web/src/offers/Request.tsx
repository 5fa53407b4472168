import type { DealCard } from '../gen/voronka/crm/v1/board_pb';
import { phoneText } from '../i18n/phone';
import { useTranslation } from '../i18n/translation';
import styles from './Request.module.css';

// What the client wants and where to call them: enough to decide whether to take the deal.
export function Request({ card }: { card: DealCard }) {
  const { t } = useTranslation();
  const { requestLine, contactPhone } = card;
  const phone = phoneText(contactPhone);
  return (
    <>
      {requestLine && <div className={styles.line}>{requestLine}</div>}
      {contactPhone && (
        <a
          className={styles.phone}
          href={`tel:${contactPhone}`}
          aria-label={t('deal.call', { phone })}
          onClick={(event) => event.stopPropagation()}
        >
          {phone}
        </a>
      )}
    </>
  );
}

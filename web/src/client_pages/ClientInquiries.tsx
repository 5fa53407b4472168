import { timestampText } from '../calendar/date_text';
import { DealLink } from '../deal/DealLink';
import type { Consent, Inquiry } from '../gen/voronka/crm/v1/inquiry_pb';
import { useTranslation } from '../i18n/translation';
import { InquiryDetails } from '../inquiries/InquiryDetails';
import { Block } from '../page/Block';
import rows from '../style/rows.module.css';
import { useClientInquiries } from './client_history';
import type { Whose } from './client_deals';
import styles from './client_pages.module.css';
import { Pages } from './Pages';

// What the client agreed to, in the words that they saw.
function GivenConsent({ consent }: { consent: Consent }) {
  const { t } = useTranslation();
  return (
    <details className={styles.consent}>
      <summary>{t('history.consent', { time: timestampText(consent.time), version: consent.textVersion })}</summary>
      <p>{consent.text}</p>
    </details>
  );
}

function InquiryItem({ inquiry }: { inquiry: Inquiry }) {
  const { t } = useTranslation();
  return (
    <li className={styles.entry} data-inquiry={inquiry.id}>
      <div className={rows.what}>
        <bdi>{inquiry.sourceName || t('history.unnamedSource')}</bdi>
        <p className={rows.when}>
          <time>{timestampText(inquiry.createTime)}</time> · <DealLink id={inquiry.dealId} />
        </p>
        {inquiry.text && <p className={styles.words}>{inquiry.text}</p>}
        {inquiry.consent ? (
          <GivenConsent consent={inquiry.consent} />
        ) : (
          <p className={rows.when}>{t('history.noConsent')}</p>
        )}
        <InquiryDetails inquiry={inquiry} />
      </div>
    </li>
  );
}

// What the client sent, through which form, and what they agreed to with it.
export function ClientInquiries({ whose }: { whose: Whose }) {
  const { t } = useTranslation();
  const inquiries = useClientInquiries(whose);
  const found = inquiries.data?.pages.flatMap((page) => page.inquiries) ?? [];
  return (
    <Block title={t('history.inquiries')}>
      <Pages
        query={inquiries}
        items={found.map((inquiry) => (
          <InquiryItem key={String(inquiry.id)} inquiry={inquiry} />
        ))}
        none={t('history.noInquiries')}
      />
    </Block>
  );
}

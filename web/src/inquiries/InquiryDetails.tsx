import { timestampText } from '../calendar/date_text';
import type { Inquiry } from '../gen/voronka/crm/v1/inquiry_pb';
import { messengersText } from '../i18n/messenger';
import { phoneText } from '../i18n/phone';
import { useTranslation } from '../i18n/translation';
import styles from './InquiryDetails.module.css';
import { OtherClients } from './OtherClients';

// Everything that the client sent: known fields under the product's names, other fields under the form's own.
function rowsOf(
  inquiry: Inquiry,
  names: { name: string; phone: string; email: string; messenger: string; page: string },
  named: Partial<Record<string, string>>,
): [string, string][] {
  const { utm, sent } = inquiry;
  const known: [string, string | undefined][] = [
    [names.name, inquiry.clientName],
    [names.phone, phoneText(inquiry.phone)],
    [names.email, inquiry.email],
    [names.messenger, messengersText(inquiry.messenger)],
    [names.page, inquiry.pageUrl],
    ['utm_source', utm?.source],
    ['utm_medium', utm?.medium],
    ['utm_campaign', utm?.campaign],
    ['utm_term', utm?.term],
    ['utm_content', utm?.content],
    ...Object.entries(sent?.values ?? {}).map(([name, value]) => [named[name] ?? name, value] as [string, string]),
  ];
  return known.filter((row): row is [string, string] => Boolean(row[1]));
}

export function InquiryDetails({ inquiry }: { inquiry: Inquiry }) {
  const { t } = useTranslation();
  const names = {
    name: t('deal.contactName'),
    phone: t('deal.phone'),
    email: t('deal.email'),
    messenger: t('reach.messenger'),
    page: t('timeline.page'),
  };
  // What the gateway adds to a form.
  const named = { user_agent: t('timeline.userAgent'), client_address: t('timeline.clientAddress') };
  const { consent } = inquiry;
  return (
    <>
      {inquiry.sendTime && (
        <p className={styles.earlier}>{t('timeline.sentEarlier', { time: timestampText(inquiry.sendTime) })}</p>
      )}
      <OtherClients clients={inquiry.otherClients?.clients ?? []} />
      <details className={styles.details}>
        <summary>
          {t('timeline.sent')}
          {inquiry.sourceName && (
            <>
              {' · '}
              <bdi>{inquiry.sourceName}</bdi>
            </>
          )}
        </summary>
        <dl>
          {rowsOf(inquiry, names, named).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {consent && (
          <p title={consent.text}>
            {t('timeline.consent', { time: timestampText(consent.time), version: consent.textVersion })}
          </p>
        )}
      </details>
    </>
  );
}

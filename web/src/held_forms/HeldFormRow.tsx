import { Button } from '@mantine/core';
import { timestampText } from '../calendar/date_text';
import { HeldForm_State, type HeldForm } from '../gen/voronka/crm/v1/held_form_pb';
import type { Inquiry } from '../gen/voronka/crm/v1/inquiry_pb';
import { mailLink } from '../i18n/mail';
import { phoneLink, phoneText } from '../i18n/phone';
import { useTranslation } from '../i18n/translation';
import { InquiryDetails } from '../inquiries/InquiryDetails';
import styles from './HeldFormRow.module.css';
import { useJudgement } from './use_judgement';

function Client({ inquiry }: { inquiry: Inquiry }) {
  const { t } = useTranslation();
  const { clientName, phone, email, text } = inquiry;
  return (
    <>
      <h2 className={styles.name}>{clientName || t('deal.namelessContact')}</h2>
      <p className={styles.reach}>
        {phone && (
          <a href={phoneLink(phone)} aria-label={t('deal.call', { phone: phoneText(phone) })}>
            {phoneText(phone)}
          </a>
        )}
        {email && <a href={mailLink(email)}>{email}</a>}
      </p>
      {text && <p className={styles.text}>{text}</p>}
    </>
  );
}

export function HeldFormRow({ held }: { held: HeldForm }) {
  const { t } = useTranslation();
  const judgement = useJudgement(held);
  const { inquiry } = held;
  if (!inquiry) return null;
  const waits = held.state === HeldForm_State.WAITING;
  return (
    <li className={styles.row} data-held-form={held.id}>
      <div className={styles.what}>
        <p className={styles.when}>
          <time>{timestampText(held.createTime)}</time> · <bdi>{inquiry.sourceName}</bdi>
        </p>
        <Client inquiry={inquiry} />
        <p className={styles.why}>{t('heldForms.why', { trap: held.trap })}</p>
        <InquiryDetails inquiry={inquiry} />
      </div>
      <div className={styles.actions}>
        <Button
          size="sm"
          loading={judgement.isPending && judgement.variables === 'client'}
          onClick={() => judgement.mutate('client')}
        >
          {t('heldForms.release')}
        </Button>
        {waits && (
          <Button
            size="sm"
            variant="default"
            loading={judgement.isPending && judgement.variables === 'spam'}
            onClick={() => judgement.mutate('spam')}
          >
            {t('heldForms.discard')}
          </Button>
        )}
      </div>
    </li>
  );
}

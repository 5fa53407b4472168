import { Button } from '@mantine/core';
import { timestampText } from '../calendar/date_text';
import { HeldForm_State, type HeldForm } from '../gen/voronka/crm/v1/held_form_pb';
import { useTranslation } from '../i18n/translation';
import { InquiryDetails } from '../inquiries/InquiryDetails';
import rows from '../inquiries/rows.module.css';
import { Wrote } from '../inquiries/Wrote';
import styles from './HeldFormRow.module.css';
import { useJudgement } from './use_judgement';

export function HeldFormRow({ held }: { held: HeldForm }) {
  const { t } = useTranslation();
  const judgement = useJudgement(held);
  const { inquiry } = held;
  if (!inquiry) return null;
  const waits = held.state === HeldForm_State.WAITING;
  return (
    <li className={rows.row} data-held-form={held.id}>
      <div className={rows.what}>
        <p className={rows.when}>
          <time>{timestampText(held.createTime)}</time> · <bdi>{inquiry.sourceName}</bdi>
        </p>
        <h2 className={styles.name}>{inquiry.clientName || t('deal.namelessContact')}</h2>
        <Wrote inquiry={inquiry} />
        <p className={rows.why}>{t('heldForms.why', { trap: held.trap })}</p>
        <InquiryDetails inquiry={inquiry} />
      </div>
      <div className={rows.actions}>
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

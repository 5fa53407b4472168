import { UnstyledButton } from '@mantine/core';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { showToast } from '../components/toasts';
import { useLocks } from '../fields/locks';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { Entity } from '../gen/voronka/crm/v1/field_set_pb';
import { useTranslation } from '../i18n/translation';
import { mayChangeDeal } from '../people/rights';
import styles from './AmountMark.module.css';
import { useDealEdit } from './edit_deal';

// Whether the client has agreed to the amount: quietly beside it, and changed by one press.
export function AmountMark({ deal }: { deal: Deal }) {
  const { t } = useTranslation();
  const requestId = useRequestId();
  const edit = useDealEdit(deal);
  const isLocked = useLocks(Entity.DEAL)('amount_confirmed') !== '';
  if (!deal.amount) return null;
  const { amountConfirmed } = deal;
  const text = t(amountConfirmed ? 'deal.amountSure' : 'deal.amountRough');
  if (isLocked || !mayChangeDeal(deal)) return <span className={styles.mark}>{text}</span>;
  const toggle = () =>
    edit.mutate(
      {
        requestId: requestId([amountConfirmed, deal.etag]),
        deal: { amountConfirmed: !amountConfirmed },
        path: 'amount_confirmed',
      },
      { onError: (error) => showToast(refusalOf(error).message, 'bad') },
    );
  return (
    <UnstyledButton
      className={styles.mark}
      role="switch"
      aria-checked={amountConfirmed}
      aria-label={t('deal.amountConfirmed')}
      disabled={edit.isPending}
      onClick={toggle}
    >
      {text}
    </UnstyledButton>
  );
}

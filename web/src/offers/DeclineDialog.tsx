import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { dealOffers } from '../api/clients';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { cardStore } from '../cards/card_store';
import { Dialog } from '../components/Dialog';
import { FormButtons } from '../components/FormButtons';
import { Problem } from '../components/Problem';
import { RestoredDraft } from '../components/RestoredDraft';
import { showToast } from '../components/toasts';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { dealName } from '../i18n/deal_name';
import { useTranslation } from '../i18n/translation';
import { useDraft } from '../session/draft';
import { useObserved } from '../state/observable';
import styles from '../style/form.module.css';
import { declineAsked } from './decline';

const close = () => declineAsked.set(undefined);

function DeclineForm({ deal }: { deal: Deal }) {
  const { t } = useTranslation();
  const requestId = useRequestId();
  const [reason, setReason, restored] = useDraft(`decline-${deal.id}`);
  const decline = useMutation({
    mutationFn: () =>
      dealOffers.declineOffer({ requestId: requestId(reason), dealId: deal.id, epoch: deal.epoch, reason }),
    onSuccess: (declined) => {
      cardStore.putDeals([declined]);
      setReason('');
      close();
      showToast(t('offer.declined', { name: dealName(deal.id, deal.name) }), 'good');
    },
  });
  const [tried, setTried] = useState(false);
  const refusal = decline.error && refusalOf(decline.error);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim()) decline.mutate();
  };

  return (
    <form className={styles.form} onSubmit={submit}>
      <RestoredDraft shown={restored} reset={() => setReason('')} />
      <TextInput
        label={t('offer.declineReason')}
        description={t('offer.declineHint')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={tried && !reason.trim() ? t('offer.reasonRequired') : refusal?.fields.reason}
        data-autofocus
      />
      <Problem>{refusal && !refusal.fields.reason && refusal.message}</Problem>
      <FormButtons cancel={close}>
        <Button type="submit" loading={decline.isPending}>
          {t('offer.decline')}
        </Button>
      </FormButtons>
    </form>
  );
}

export function DeclineDialog() {
  const { t } = useTranslation();
  const deal = useObserved(declineAsked);
  return (
    <Dialog opened={deal !== undefined} close={close} title={t('offer.declineTitle')}>
      {deal && <DeclineForm deal={deal} />}
    </Dialog>
  );
}

import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { deals } from '../api/clients';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { unsorted } from '../api/unsorted_client';
import { Dialog } from '../components/Dialog';
import { FormButtons } from '../components/FormButtons';
import { Problem } from '../components/Problem';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { dealName } from '../i18n/deal_name';
import { useTranslation } from '../i18n/translation';
import { useName } from '../people/people';
import { usePipeline } from '../pipelines/pipelines';
import { stageName } from '../pipelines/stages';
import styles from '../style/form.module.css';
import { dealNumberIn } from './deal_number';
import { useDone } from './sorting';

interface AttachProps {
  deal: Deal;
  close: () => void;
}

function useAttaching({ deal, close }: AttachProps) {
  const { t } = useTranslation();
  const requestId = useRequestId();
  const done = useDone();
  return useMutation({
    mutationFn: (targetDealId: bigint) =>
      unsorted.attachUnsorted({ requestId: requestId(targetDealId), dealId: deal.id, targetDealId }),
    onSuccess: (target) => {
      close();
      done(deal.id, t('unsorted.done.attach', { id: target.id }), 'restore');
    },
  });
}

// Which deal that is, before anything is done.
function Target({ deal }: { deal: Deal }) {
  const { t } = useTranslation();
  const pipeline = usePipeline(deal.pipeline);
  const responsible = useName(deal.responsibleUserId);
  return (
    <p role="status">
      <bdi>{dealName(deal.id, deal.name)}</bdi> · <bdi>{stageName(pipeline, deal.stage)}</bdi>
      {' · '}
      <bdi>{responsible || t('unsorted.nobody')}</bdi>
    </p>
  );
}

function AttachForm({ deal, close }: AttachProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const number = dealNumberIn(typed);
  const target = useQuery({
    queryKey: ['attach-to', String(number)],
    queryFn: () => deals.getDeal({ dealId: number ?? 0n }),
    enabled: number !== undefined && number !== deal.id,
    retry: false,
  });
  const attaching = useAttaching({ deal, close });
  const refused = attaching.error ?? (number === undefined ? null : target.error);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (target.data) attaching.mutate(target.data.id);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextInput
        label={t('unsorted.attachNumber')}
        description={t('unsorted.attachHint')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        autoComplete="off"
        inputMode="numeric"
        data-autofocus
      />
      {target.data && <Target deal={target.data} />}
      <Problem>{refused && refusalOf(refused).message}</Problem>
      <FormButtons cancel={close}>
        <Button type="submit" loading={attaching.isPending} disabled={!target.data}>
          {t('unsorted.attachNow')}
        </Button>
      </FormButtons>
    </form>
  );
}

// To which deal an inquiry belongs.
export function AttachDialog({ deal, close }: AttachProps) {
  const { t } = useTranslation();
  return (
    <Dialog opened title={t('unsorted.attachTitle')} close={close}>
      <AttachForm deal={deal} close={close} />
    </Dialog>
  );
}

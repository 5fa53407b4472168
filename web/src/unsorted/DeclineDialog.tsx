import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { unsorted } from '../api/unsorted_client';
import { Dialog } from '../components/Dialog';
import { FormButtons } from '../components/FormButtons';
import { Problem } from '../components/Problem';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { useTranslation } from '../i18n/translation';
import { usePipeline } from '../pipelines/pipelines';
import styles from '../style/form.module.css';
import { useDone } from './sorting';

interface DeclineProps {
  deal: Deal;
  close: () => void;
}

function useDeclining({ deal, close }: DeclineProps) {
  const { t } = useTranslation();
  const requestId = useRequestId();
  const done = useDone();
  return useMutation({
    mutationFn: (why: { lossReason: string; lossComment: string }) =>
      unsorted.declineUnsorted({ requestId: requestId(why), dealId: deal.id, ...why }),
    onSuccess: () => {
      close();
      done(deal.id, t('unsorted.done.decline'), 'restore');
    },
  });
}

function DeclineForm({ deal, close }: DeclineProps) {
  const { t } = useTranslation();
  const reasons = usePipeline(deal.pipeline)?.lossReasons ?? [];
  const [lossReason, setReason] = useState('');
  const [comment, setComment] = useState('');
  const declining = useDeclining({ deal, close });
  const refusal = declining.error && refusalOf(declining.error);
  const at = (field: string) => refusal?.violations.find((violation) => violation.field === field)?.text;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    declining.mutate({ lossReason, lossComment: comment.trim() });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <NativeSelect
        label={t('loss.reason')}
        value={lossReason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={at('loss_reason')}
        data-autofocus
        data={[
          { value: '', label: t('loss.choose') },
          ...reasons.map(({ key, name }) => ({ value: key, label: name })),
        ]}
      />
      <Textarea
        label={t('loss.comment')}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
        error={at('loss_comment')}
        maxLength={2000}
        rows={3}
      />
      <Problem>{refusal && !at('loss_reason') && !at('loss_comment') && refusal.message}</Problem>
      <FormButtons cancel={close}>
        <Button type="submit" color="red.8" loading={declining.isPending}>
          {t('unsorted.declineNow')}
        </Button>
      </FormButtons>
    </form>
  );
}

// Why an inquiry is declined for all.
export function DeclineDialog({ deal, close }: DeclineProps) {
  const { t } = useTranslation();
  return (
    <Dialog opened title={t('unsorted.declineTitle')} close={close}>
      <DeclineForm deal={deal} close={close} />
    </Dialog>
  );
}

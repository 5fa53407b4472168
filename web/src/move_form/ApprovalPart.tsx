import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { askFor, useApprovals } from '../approvals/approval_query';
import { standing } from '../approvals/approval_rules';
import { Problem } from '../components/Problem';
import { useTranslation } from '../i18n/translation';
import { useDraft } from '../session/draft';
import styles from './move_form.module.css';
import type { MoveFormState } from './use_move_form';

// Asks what the move lacks again as soon as somebody has answered.
function useAnswers({ deal, askAgain }: MoveFormState): void {
  const { data } = useApprovals(deal.id);
  const version =
    data &&
    standing(data, deal)
      .map(({ id, etag }) => `${id}/${etag}`)
      .join();
  const seen = useRef(version);
  useEffect(() => {
    if (version === undefined || seen.current === version) return;
    const isFirst = seen.current === undefined;
    seen.current = version;
    if (!isFirst) askAgain();
  });
}

function Asking({ form }: { form: MoveFormState }) {
  const { t } = useTranslation();
  const requestId = useRequestId();
  const { deal, stage } = form;
  const [comment, setComment] = useDraft(`approval-${deal.id}-${stage.key}`);
  const asking = useMutation({
    mutationFn: async () => {
      if (!(await form.saveTyped())) return;
      const wanted = { dealId: deal.id, pipeline: deal.pipeline, stage: stage.key, comment: comment.trim() };
      await askFor(requestId([wanted, form.asked.approval, deal.etag]), wanted);
      setComment('');
    },
    onSettled: () => form.askAgain(),
  });
  return (
    <div className={styles.adding}>
      <Textarea
        label={t('approvals.comment')}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
        rows={2}
        maxLength={2000}
        data-autofocus
      />
      <Problem>{asking.error && refusalOf(asking.error).message}</Problem>
      <Button size="xs" mt={8} loading={asking.isPending} onClick={() => asking.mutate()}>
        {t('approvals.ask')}
      </Button>
    </div>
  );
}

// The approval is asked for here; the move waits until it is given.
export function ApprovalPart({ form }: { form: MoveFormState }) {
  const { t } = useTranslation();
  useAnswers(form);
  const { approval } = form.asked;
  if (!approval) return null;
  const waits = approval.reason === 'APPROVAL_AWAITED';
  return (
    <section className={styles.part} aria-label={t('approvals.title')}>
      <p className={styles.said} role="status">
        {waits ? t('approvals.waits') : approval.text}
      </p>
      {!waits && <Asking form={form} />}
    </section>
  );
}

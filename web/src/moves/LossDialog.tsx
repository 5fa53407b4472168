import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import type { Refusal } from '../api/refusal';
import { Dialog } from '../components/Dialog';
import { FormButtons } from '../components/FormButtons';
import { Problem } from '../components/Problem';
import { RestoredDraft } from '../components/RestoredDraft';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import type { Stage } from '../gen/voronka/crm/v1/pipeline_pb';
import { useTranslation } from '../i18n/translation';
import { newStageMove } from '../outbox/new_move';
import { sendMove } from '../outbox/outbox';
import { mayReopen } from '../people/rights';
import { usePipeline } from '../pipelines/pipelines';
import { useDraft } from '../session/draft';
import { useObserved } from '../state/observable';
import styles from '../style/form.module.css';
import { explainRefusal } from './explain_refusal';
import { lossAsked, offerUndo } from './moves';

// The reason of the solutions that says nothing by itself.
const otherReason = 'other';

const close = () => lossAsked.set(undefined);

function LossForm({ deal, stage }: { deal: Deal; stage: Stage }) {
  const { t } = useTranslation();
  const pipeline = usePipeline(deal.pipeline);
  const [reason, setReason] = useState('');
  const [comment, setComment, restored] = useDraft(`loss-${deal.id}`);
  const [problem, setProblem] = useState<{ refusal: Refusal; text: string }>();

  const needsComment = reason === otherReason;
  const [tried, setTried] = useState(false);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!reason || (needsComment && !comment.trim())) return;
    const move = newStageMove(deal, stage, { reason, comment });
    const answer = await sendMove(move);
    const refusal = answer?.refusal;
    if (refusal) return setProblem({ refusal, text: await explainRefusal(refusal, move) });
    setComment('');
    close();
    if (answer) offerUndo(deal, stage);
  };
  const fields = problem?.refusal.fields ?? {};
  const commentMissing = tried && needsComment && !comment.trim();
  const refusedReason = fields.loss_reason ?? (/LOSS_REASON/.test(problem?.refusal.reason ?? '') ? problem?.text : '');
  const aboutReason = tried && !reason ? t('loss.reasonRequired') : refusedReason;
  const elsewhere = problem && !refusedReason && !fields.loss_comment ? problem.text : '';

  return (
    <form className={styles.form} onSubmit={submit}>
      <RestoredDraft shown={restored} reset={() => setComment('')} />
      <NativeSelect
        label={t('loss.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={aboutReason}
        data-autofocus
        data={[
          { value: '', label: t('loss.choose') },
          ...(pipeline?.lossReasons ?? []).map(({ key, name }) => ({ value: key, label: name })),
        ]}
      />
      <Textarea
        label={t('loss.comment')}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
        error={commentMissing ? t('loss.commentRequired') : fields.loss_comment}
        rows={3}
      />
      {!mayReopen() && <p className={styles.explanation}>{t('moves.final')}</p>}
      <Problem>{elsewhere}</Problem>
      <FormButtons cancel={close}>
        <Button type="submit" color="red.8">
          {t('loss.submit')}
        </Button>
      </FormButtons>
    </form>
  );
}

export function LossDialog() {
  const { t } = useTranslation();
  const asked = useObserved(lossAsked);
  return (
    <Dialog opened={asked !== undefined} close={close} title={t('loss.title')}>
      {asked && <LossForm {...asked} />}
    </Dialog>
  );
}

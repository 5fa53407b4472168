import { NativeSelect, Textarea } from '@mantine/core';
import { useTranslation } from '../i18n/translation';
import { usePipeline } from '../pipelines/pipelines';
import type { MoveFormState } from './use_move_form';

// Why the deal is lost.
export function LossPart({ form }: { form: MoveFormState }) {
  const { t } = useTranslation();
  const reasons = usePipeline(form.deal.pipeline)?.lossReasons ?? [];
  const { at } = form.problems;
  return (
    <>
      <NativeSelect
        label={t('loss.reason')}
        value={form.reason}
        onChange={(event) => form.setReason(event.currentTarget.value)}
        error={at.loss_reason}
        data-autofocus={form.open.length === 0 || undefined}
        data={[
          { value: '', label: t('loss.choose') },
          ...reasons.map(({ key, name }) => ({ value: key, label: name })),
        ]}
      />
      <Textarea
        label={t('loss.comment')}
        value={form.typed.lossComment}
        onChange={(event) => form.setLossComment(event.currentTarget.value)}
        error={at.loss_comment}
        rows={3}
      />
    </>
  );
}

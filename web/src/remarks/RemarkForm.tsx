import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { refusalOf } from '../api/refusal';
import { remarks } from '../api/remark_client';
import { useRequestId } from '../api/request_id';
import { FormButtons } from '../components/FormButtons';
import { Problem } from '../components/Problem';
import { RestoredDraft } from '../components/RestoredDraft';
import { textLimit } from '../components/text_limit';
import { showToast } from '../components/toasts';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { RemarkSchema } from '../gen/voronka/crm/v1/remark_pb';
import { useTranslation } from '../i18n/translation';
import { reread } from '../live/reread';
import { usePipeline } from '../pipelines/pipelines';
import { stageOf } from '../pipelines/stages';
import { fullLabel } from '../rules/named_fields';
import { useNamedFields } from '../rules/use_named_fields';
import { useDraft } from '../session/draft';
import styles from '../style/form.module.css';
import { remarksKey } from './remark_query';

const theStage = '';

// What it may be about: the stage as a whole, or a field of the deal, its client or its company.
function useSubjects(stageName: string) {
  const { t } = useTranslation();
  const fields = useNamedFields();
  return [
    { value: theStage, label: t('remarks.aboutStage', { stage: stageName }) },
    ...[...(fields?.keys() ?? [])].map((name) => ({
      value: name,
      label: t('remarks.aboutField', { field: fullLabel(fields, name) }),
    })),
  ];
}

function useSending(deal: Deal, close: () => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const requestId = useRequestId();
  return useMutation({
    mutationFn: (said: { field: string; text: string }) => {
      const remark = { pipeline: deal.pipeline, stage: deal.stage, dealId: deal.id, ...said };
      return remarks.createRemark({ requestId: requestId(remark), remark });
    },
    onSuccess: () => {
      showToast(t('remarks.sent'), 'good');
      reread(client, remarksKey);
      close();
    },
  });
}

export function RemarkForm({ deal, close }: { deal: Deal; close: () => void }) {
  const { t } = useTranslation();
  const stage = stageOf(usePipeline(deal.pipeline), deal.stage);
  const subjects = useSubjects(stage?.name ?? deal.stage);
  const [field, setField] = useState(theStage);
  const [text, setText, restored] = useDraft(`remark-${deal.id}`);
  const sending = useSending(deal, () => {
    setText('');
    close();
  });
  const limit = textLimit(text, RemarkSchema.field.text);
  const refusal = sending.error && refusalOf(sending.error);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (text.trim() && !limit.problem) sending.mutate({ field, text: text.trim() });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <RestoredDraft shown={restored} reset={() => setText('')} />
      <NativeSelect
        label={t('remarks.about')}
        data={subjects}
        value={field}
        onChange={(event) => setField(event.currentTarget.value)}
      />
      <Textarea
        label={t('remarks.text')}
        placeholder={t('remarks.placeholder')}
        value={text}
        rows={4}
        description={limit.note}
        error={limit.problem ?? refusal?.fields['remark.text']}
        onChange={(event) => setText(event.currentTarget.value)}
        data-autofocus
      />
      <Problem>{refusal && !refusal.fields['remark.text'] && refusal.message}</Problem>
      <FormButtons cancel={close}>
        <Button type="submit" loading={sending.isPending} disabled={!text.trim()}>
          {t('remarks.send')}
        </Button>
      </FormButtons>
    </form>
  );
}

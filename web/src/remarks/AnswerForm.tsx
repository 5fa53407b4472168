import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { refusalOf } from '../api/refusal';
import { remarks } from '../api/remark_client';
import { useRequestId } from '../api/request_id';
import { onEscape } from '../components/escape';
import { FormButtons } from '../components/FormButtons';
import { Problem } from '../components/Problem';
import { RestoredDraft } from '../components/RestoredDraft';
import { textLimit } from '../components/text_limit';
import { showToast } from '../components/toasts';
import { AnswerRemarkRequestSchema, type Remark } from '../gen/voronka/crm/v1/remark_pb';
import { useTranslation } from '../i18n/translation';
import { reread } from '../live/reread';
import { useDraft } from '../session/draft';
import styles from '../style/form.module.css';
import { remarksKey } from './remark_query';

// A version of the configuration that may be the answer.
export interface Version {
  number: bigint;
  words: string;
}

interface AnswerFormProps {
  remark: Remark;
  // Newest first.
  versions: Version[];
  close: () => void;
}

const noVersion = '0';

function useAnswering(remark: Remark, close: () => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const requestId = useRequestId();
  return useMutation({
    mutationFn: (said: { answer: string; version: bigint }) => {
      const asked = { remarkId: remark.id, etag: remark.etag, ...said };
      return remarks.answerRemark({ ...asked, requestId: requestId(asked) });
    },
    onSuccess: () => {
      showToast(t('remarks.answerSent'), 'good');
      close();
    },
    onSettled: () => reread(client, remarksKey),
  });
}

export function AnswerForm({ remark, versions, close }: AnswerFormProps) {
  const { t } = useTranslation();
  const [answer, setAnswer, restored] = useDraft(`remark-answer-${remark.id}`);
  const [version, setVersion] = useState(noVersion);
  const answering = useAnswering(remark, () => {
    setAnswer('');
    close();
  });
  const limit = textLimit(answer, AnswerRemarkRequestSchema.field.answer);
  const refusal = answering.error && refusalOf(answering.error);
  const choices = [
    { value: noVersion, label: t('remarks.noVersion') },
    ...versions.map(({ number, words }) => ({ value: String(number), label: words })),
  ];
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (answer.trim() && !limit.problem) answering.mutate({ answer: answer.trim(), version: BigInt(version) });
  };
  return (
    <form className={styles.form} onSubmit={submit} onKeyDown={onEscape(close)}>
      <RestoredDraft shown={restored} reset={() => setAnswer('')} />
      <Textarea
        label={t('remarks.answer')}
        value={answer}
        rows={3}
        description={limit.note}
        error={limit.problem ?? refusal?.fields.answer}
        onChange={(event) => setAnswer(event.currentTarget.value)}
        autoFocus
      />
      <NativeSelect
        label={t('remarks.version')}
        description={t('remarks.versionHint')}
        data={choices}
        value={version}
        onChange={(event) => setVersion(event.currentTarget.value)}
      />
      <Problem>{refusal && !refusal.fields.answer && refusal.message}</Problem>
      <FormButtons cancel={close}>
        <Button type="submit" loading={answering.isPending} disabled={!answer.trim()}>
          {t('remarks.sendAnswer')}
        </Button>
      </FormButtons>
    </form>
  );
}

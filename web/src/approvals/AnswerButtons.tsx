import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { FormButtons } from '../components/FormButtons';
import { showToast } from '../components/toasts';
import { Approval_State, type Approval } from '../gen/voronka/crm/v1/approval_pb';
import { useTranslation } from '../i18n/translation';
import { useDraft } from '../session/draft';
import forms from '../style/form.module.css';
import { answer } from './approval_query';
import styles from './approvals.module.css';

interface RefusalFormProps {
  approval: Approval;
  close: () => void;
}

function RefusalForm({ approval, close }: RefusalFormProps) {
  const { t } = useTranslation();
  const requestId = useRequestId();
  const [comment, setComment] = useDraft(`approval-refusal-${approval.id}`);
  const [problem, setProblem] = useState('');
  const refusing = useMutation({
    mutationFn: () =>
      answer(requestId(['refuse', approval.id, comment]), approval, Approval_State.REFUSED, comment.trim()),
    onSuccess: () => setComment(''),
    onError: (error) => {
      const { fields, message } = refusalOf(error);
      setProblem(fields.comment ?? message);
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!comment.trim()) setProblem(t('approvals.reasonRequired'));
    else if (!refusing.isPending) refusing.mutate();
  };
  return (
    <form className={forms.form} onSubmit={submit} noValidate>
      <Textarea
        label={t('approvals.reason')}
        value={comment}
        onChange={(event) => {
          setProblem('');
          setComment(event.currentTarget.value);
        }}
        error={problem}
        rows={2}
        maxLength={2000}
        autoFocus
      />
      <FormButtons cancel={close}>
        <Button type="submit" color="red.8" loading={refusing.isPending}>
          {t('approvals.refuse')}
        </Button>
      </FormButtons>
    </form>
  );
}

// For whoever may answer. To refuse, they say why.
export function AnswerButtons({ approval }: { approval: Approval }) {
  const { t } = useTranslation();
  const requestId = useRequestId();
  const [refuses, setRefuses] = useState(false);
  const giving = useMutation({
    mutationFn: () => answer(requestId(['give', approval.id]), approval, Approval_State.GIVEN),
    onError: (error) => showToast(refusalOf(error).message),
  });
  if (refuses) return <RefusalForm approval={approval} close={() => setRefuses(false)} />;
  return (
    <div className={styles.buttons}>
      <Button size="xs" loading={giving.isPending} onClick={() => giving.mutate()}>
        {t('approvals.give')}
      </Button>
      <Button size="xs" variant="default" onClick={() => setRefuses(true)}>
        {t('approvals.refuse')}
      </Button>
    </div>
  );
}

import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { FormButtons } from '../components/FormButtons';
import { Approval_State as State, type Approval } from '../gen/voronka/crm/v1/approval_pb';
import { useTranslation } from '../i18n/translation';
import { useDraft } from '../session/draft';
import forms from '../style/form.module.css';
import { answer } from './approval_query';
import styles from './approvals.module.css';

interface AnswerWords {
  draft: string;
  label: string;
  submit: string;
  color?: string;
}

const giving: AnswerWords = { draft: 'approval-giving', label: 'approvals.remark', submit: 'approvals.give' };
const refusing: AnswerWords = {
  ...{ draft: 'approval-refusal', label: 'approvals.reason', submit: 'approvals.refuse' },
  color: 'red.8',
};

interface AnswerFormProps {
  approval: Approval;
  state: State;
  close: () => void;
}

// To refuse, they say why; to agree, they may say something, too.
function AnswerForm({ approval, state, close }: AnswerFormProps) {
  const { t } = useTranslation();
  const requestId = useRequestId();
  const refuses = state === State.REFUSED;
  const words = refuses ? refusing : giving;
  const [comment, setComment] = useDraft(`${words.draft}-${approval.id}`);
  const [problem, setProblem] = useState('');
  const answering = useMutation({
    mutationFn: () => answer(requestId([state, approval.id, comment]), approval, state, comment.trim()),
    onSuccess: () => setComment(''),
    onError: (error) => {
      const { fields, message } = refusalOf(error);
      setProblem(fields.comment ?? message);
    },
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (refuses && !comment.trim()) setProblem(t('approvals.reasonRequired'));
    else if (!answering.isPending) answering.mutate();
  };
  return (
    <form className={forms.form} onSubmit={submit} noValidate>
      <Textarea
        label={t(words.label)}
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
        <Button type="submit" color={words.color} loading={answering.isPending}>
          {t(words.submit)}
        </Button>
      </FormButtons>
    </form>
  );
}

// For whoever may answer.
export function AnswerButtons({ approval }: { approval: Approval }) {
  const { t } = useTranslation();
  const [state, setState] = useState<State>();
  if (state) return <AnswerForm approval={approval} state={state} close={() => setState(undefined)} />;
  return (
    <div className={styles.buttons}>
      <Button size="xs" onClick={() => setState(State.GIVEN)}>
        {t('approvals.give')}
      </Button>
      <Button size="xs" variant="default" onClick={() => setState(State.REFUSED)}>
        {t('approvals.refuse')}
      </Button>
    </div>
  );
}

import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { Dialog } from '../components/Dialog';
import { FormButtons } from '../components/FormButtons';
import { Problem } from '../components/Problem';
import { RestoredDraft } from '../components/RestoredDraft';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import type { User } from '../gen/voronka/crm/v1/user_pb';
import { useTranslation } from '../i18n/translation';
import { useName } from '../people/people';
import { useDraft } from '../session/draft';
import styles from '../style/form.module.css';
import { useTasks } from '../tasks/task_query';
import { useHandover } from './edit_deal';

interface HandoverDialogProps {
  deal: Deal;
  to: User;
  close: () => void;
}

// The open tasks of the deal that its responsible user has.
function useTasksInHand(deal: Deal): number {
  const { data } = useTasks({ dealId: deal.id });
  if (deal.responsibleUserId === 0n) return 0;
  return (data ?? []).filter(({ task }) => task?.assigneeUserId === deal.responsibleUserId).length;
}

function HandoverForm({ deal, to, close }: HandoverDialogProps) {
  const { t } = useTranslation();
  const requestId = useRequestId();
  const former = useName(deal.responsibleUserId);
  const count = useTasksInHand(deal);
  const [takesTasks, setTakesTasks] = useState(true);
  const [reason, setReason, restored] = useDraft(`handover-${deal.id}`);
  const handover = useHandover(deal, () => {
    setReason('');
    close();
  });
  const refusal = handover.error && refusalOf(handover.error);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const asked = { userId: to.id, reason: reason.trim(), keepTasks: !takesTasks };
    handover.mutate({ ...asked, requestId: requestId(asked) });
  };

  return (
    <form className={styles.form} onSubmit={submit}>
      <RestoredDraft shown={restored} reset={() => setReason('')} />
      {count > 0 && (
        <Checkbox
          label={t('handover.tasks', { count })}
          description={takesTasks ? undefined : t('handover.tasksStay', { name: former })}
          checked={takesTasks}
          onChange={(event) => setTakesTasks(event.currentTarget.checked)}
        />
      )}
      <TextInput
        label={t('handover.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={refusal?.fields.reason}
      />
      <Problem>{refusal && !refusal.fields.reason && refusal.message}</Problem>
      <FormButtons cancel={close}>
        <Button type="submit" loading={handover.isPending} data-autofocus>
          {t('deal.assign')}
        </Button>
      </FormButtons>
    </form>
  );
}

// Asks before a deal goes to somebody else, and whether its open tasks go along.
export function HandoverDialog({ deal, to, close }: HandoverDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog opened title={t('handover.title', { name: to.displayName })} close={close}>
      <HandoverForm deal={deal} to={to} close={close} />
    </Dialog>
  );
}

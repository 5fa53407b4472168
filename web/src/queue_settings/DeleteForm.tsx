import { Button } from '@mantine/core';
import { Code } from '@connectrpc/connect';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { navigate } from 'wouter/use-browser-location';
import { queues } from '../api/later_clients';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { FormButtons } from '../components/FormButtons';
import { Problem } from '../components/Problem';
import { showToast } from '../components/toasts';
import type { Queue } from '../gen/voronka/crm/v1/queue_pb';
import { useTranslation } from '../i18n/translation';
import { reread } from '../live/reread';
import { dropQueue, queuesKey } from '../queues/queues';
import form from '../style/form.module.css';
import { settingsPath } from './place';

interface DeleteFormProps {
  queue: Queue;
  stage: string;
  forget: () => void;
  close: () => void;
}

// Says what becomes of what is on offer, before it is too late.
export function DeleteForm({ queue, stage, forget, close }: DeleteFormProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const requestId = useRequestId();
  const leave = () => {
    forget();
    dropQueue(client, queue);
    close();
    navigate(settingsPath);
  };
  const remove = useMutation({
    mutationFn: () =>
      queues.deleteQueue({ requestId: requestId([queue.id, queue.etag]), queueId: queue.id, etag: queue.etag }),
    onSuccess: () => {
      leave();
      showToast(t('queueSettings.deleted', { name: stage }), 'good');
    },
    onError: (error) => {
      const { code, reason } = refusalOf(error);
      if (code === Code.NotFound) leave();
      if (reason === 'STALE_ETAG') reread(client, queuesKey);
    },
  });
  const refusal = remove.error && refusalOf(remove.error);
  return (
    <div className={form.form}>
      <p className={form.explanation}>{t('queueSettings.deleteEffect')}</p>
      <p className={form.explanation}>{t('queueSettings.deleteStanding')}</p>
      <p className={form.explanation}>{t('queueSettings.deleteWaiting')}</p>
      <Problem>
        {refusal && (refusal.reason === 'STALE_ETAG' ? t('queueSettings.deleteStale') : refusal.message)}
      </Problem>
      <FormButtons cancel={close}>
        <Button color="red.8" loading={remove.isPending} onClick={() => remove.mutate()}>
          {t('queueSettings.deleteNow')}
        </Button>
      </FormButtons>
    </div>
  );
}

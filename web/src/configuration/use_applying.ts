import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { configurations } from '../api/configuration_client';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { showToast } from '../components/toasts';
import { useTranslation } from '../i18n/translation';
import { goTo } from '../navigation/go_to';
import { rereadConfigured } from './queries';
import { historyPath, type PlanSource } from './sources';

interface Applied {
  source: PlanSource;
  removeOthers: boolean;
  // The version that was planned against.
  etag: bigint;
  comment: string;
}

// Makes the account as it was planned, unless somebody has changed it since: then `replan` looks again.
export function useApplying(replan: () => void, done: () => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const requestId = useRequestId();
  const [isStale, setStale] = useState(false);
  const act = useMutation({
    mutationFn: (what: Applied) => configurations.applyConfiguration({ requestId: requestId(what), ...what }),
    onMutate: () => setStale(false),
    onSuccess: ({ version }) => {
      rereadConfigured(client);
      showToast(t('configuration.applied', { version: String(version) }), 'good');
      done();
      goTo(historyPath);
    },
    onError: (error) => {
      if (refusalOf(error).reason === 'STALE_ETAG') setStale(true);
      replan();
    },
  });
  const message = act.error && !isStale ? refusalOf(act.error).message : '';
  return { apply: act.mutate, isApplying: act.isPending, isStale, message };
}

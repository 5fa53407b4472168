import { useMutation, useQueryClient } from '@tanstack/react-query';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { unsorted } from '../api/unsorted_client';
import { showToast } from '../components/toasts';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { useTranslation } from '../i18n/translation';
import { reread } from '../live/reread';
import { unsortedKey } from './unsorted_query';

// What a user does with an inquiry in one press. `stage`: where an accepted one goes; empty: the first open one.
export interface Sorting {
  act: 'accept' | 'hide' | 'unhide' | 'restore';
  stage: string;
}

interface Request {
  requestId: string;
  dealId: bigint;
  stage: string;
}

const send: Record<Sorting['act'], (request: Request) => Promise<Deal>> = {
  accept: ({ requestId, dealId, stage }) => unsorted.acceptUnsorted({ requestId, dealId, stage }),
  hide: ({ requestId, dealId }) => unsorted.hideUnsorted({ requestId, dealId }),
  unhide: ({ requestId, dealId }) => unsorted.unhideUnsorted({ requestId, dealId }),
  restore: ({ requestId, dealId }) => unsorted.returnUnsorted({ requestId, dealId }),
};

const undoing: Partial<Record<Sorting['act'], Sorting['act']>> = { accept: 'restore', hide: 'unhide' };

// Tells what was done, with a button that takes it back by `undo`.
export function useDone() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const takeBack = async (dealId: bigint, undo: Sorting['act']) => {
    try {
      await send[undo]({ requestId: crypto.randomUUID(), dealId, stage: '' });
      showToast(t('unsorted.undone'), 'good');
    } catch (error) {
      showToast(refusalOf(error).message);
    }
    reread(client, unsortedKey);
  };
  return (dealId: bigint, text: string, undo?: Sorting['act']) => {
    reread(client, unsortedKey);
    const action = undo && { label: t('unsorted.undo'), act: () => void takeBack(dealId, undo) };
    showToast(text, 'good', { action });
  };
}

export function useSorting({ id }: Deal) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const requestId = useRequestId();
  const done = useDone();
  return useMutation({
    mutationFn: (sorting: Sorting) =>
      send[sorting.act]({ requestId: requestId(sorting), dealId: id, stage: sorting.stage }),
    onSuccess: (_deal, { act }) => done(id, t(`unsorted.done.${act}`, { id }), undoing[act]),
    onError: (error) => {
      showToast(refusalOf(error).message);
      reread(client, unsortedKey);
    },
  });
}

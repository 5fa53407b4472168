import { Code } from '@connectrpc/connect';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { queues } from '../api/later_clients';
import type { Refusal } from '../api/refusal';
import { showToast } from '../components/toasts';
import type { Queue } from '../gen/voronka/crm/v1/queue_pb';
import { useTranslation } from '../i18n/translation';
import { reread } from '../live/reread';
import { usePeople } from '../people/people';
import { placeOf } from '../queues/places';
import { putQueue, queuesKey } from '../queues/queues';
import { useEditing } from '../settings/use_editing';
import { isChanged, messageOf, workOn, type Work } from './draft';
import type { Place } from './place';
import { ownProblems, placed } from './problems';
import { rebased } from './rebase';

// Somebody else has made the stage's queue, or has deleted it.
const isOvertaken = ({ code }: Refusal): boolean => code === Code.AlreadyExists || code === Code.NotFound;

// What somebody does to the queue of a stage, until it is saved as a whole. Undefined: there is none yet.
export function useWork(place: Place, queue: Queue | undefined) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const people = usePeople();
  const begin = useCallback((saved: Queue | undefined) => workOn(saved, people.values()), [people]);
  const send = ({ etag, typed }: Work, requestId: string) => {
    const request = { requestId, queue: messageOf({ pipeline: place.pipeline.key, stage: place.stage.key }, typed) };
    return queue
      ? queues.updateQueue({ ...request, queueId: queue.id, etag: BigInt(etag) })
      : queues.createQueue(request);
  };
  return useEditing({
    name: `queue-${placeOf({ pipeline: place.pipeline.key, stage: place.stage.key })}`,
    saved: queue,
    etag: queue?.etag ?? 0n,
    ...{ begin, isChanged, send, isOvertaken },
    rebased: (work, saved) => rebased(work, begin(saved)),
    ownProblems: ({ typed }) => ownProblems(typed, t),
    done: (saved) => {
      putQueue(client, saved);
      showToast(t(queue ? 'queueSettings.saved' : 'queueSettings.created', { name: place.stage.name }), 'good');
    },
    reread: () => reread(client, queuesKey),
    placed: ({ violations }, { typed }) => placed(violations, typed),
    check: t('queueSettings.check'),
  });
}

export type Working = ReturnType<typeof useWork>;

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { pipelines } from '../api/clients';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { showToast } from '../components/toasts';
import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';
import { useTranslation } from '../i18n/translation';
import { reread } from '../live/reread';
import { pipelinesKey } from '../pipelines/pipelines';
import { useNamedFields } from '../rules/use_named_fields';
import { useDraft } from '../session/draft';
import { isChanged, workOn, type DraftPipeline, type Work } from './draft';
import { messageOf } from './message';
import { ownProblems } from './own_problems';
import { placed, withoutProblems, type Problems } from './problems';
import { putPipeline } from './put_pipeline';
import { rebased } from './rebase';

interface Failure {
  problems: Problems;
  // What no place says. Empty: all is said there.
  message: string;
  // Grows with each attempt that has failed.
  attempt: number;
}

const noFailure: Failure = { problems: {}, message: '', attempt: 0 };

// Kept in this browser until it is saved, so that it survives the page.
function useKeptWork(pipeline: Pipeline) {
  const [kept, keep, restored] = useDraft(`pipeline-${pipeline.key}`);
  const work = useMemo(() => (kept ? (JSON.parse(kept) as Work) : workOn(pipeline)), [kept, pipeline]);
  const put = (changed: Work) => keep(isChanged(changed) ? JSON.stringify(changed) : '');
  return { work, put, forget: () => keep(''), restored };
}

// What an admin does to a pipeline, until it is saved as a whole.
export function useWork(pipeline: Pipeline) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const requestId = useRequestId();
  const fields = useNamedFields();
  const { work, put, forget, restored } = useKeptWork(pipeline);
  const [failure, setFailure] = useState(noFailure);
  const [isLate, setLate] = useState(false);

  const fail = (failed: Omit<Failure, 'attempt'>) => setFailure(({ attempt }) => ({ ...failed, attempt: attempt + 1 }));
  const save = useMutation({
    mutationFn: ({ etag, typed }: Work) =>
      pipelines.updatePipeline({
        requestId: requestId([etag, typed]),
        pipeline: messageOf(typed, fields),
        etag: BigInt(etag),
      }),
    onSuccess: (saved) => {
      putPipeline(client, saved);
      forget();
      setFailure(noFailure);
      showToast(t('pipelineSettings.saved'), 'good');
    },
    onError: (error, { typed }) => {
      const refusal = refusalOf(error);
      if (refusal.reason === 'STALE_ETAG') {
        setLate(true);
        reread(client, pipelinesKey);
        return;
      }
      const { problems, elsewhere } = placed(refusal.violations, typed);
      const isSaid = Object.keys(problems).length > 0;
      const message = isSaid ? [t('pipelineSettings.check'), ...elsewhere].join(' ') : refusal.message;
      fail({ problems, message });
    },
  });
  const submit = () => {
    const problems = ownProblems(work.typed, fields, t);
    const isFine = Object.keys(problems).length === 0;
    if (isFine) save.mutate(work);
    else fail({ problems, message: t('pipelineSettings.check') });
  };
  // `place`: where it was changed, so that what was wrong there is not said any more.
  const change = (typed: DraftPipeline, place?: string) => {
    put({ ...work, typed });
    if (place) setFailure((failed) => ({ ...failed, problems: withoutProblems(failed.problems, place) }));
  };
  return {
    ...{ work, fields, change, restored, submit },
    isChanged: isChanged(work),
    // Somebody else has saved another version since.
    isStale: isChanged(work) && (isLate || pipeline.etag > BigInt(work.etag)),
    // Theirs becomes what this work goes on from, once it is here.
    reload: () => {
      setLate(false);
      setFailure(noFailure);
      if (pipeline.etag > BigInt(work.etag)) put(rebased(work, pipeline));
    },
    discard: () => {
      setFailure(noFailure);
      setLate(false);
      forget();
    },
    isSaving: save.isPending,
    ...failure,
  };
}

export type Working = ReturnType<typeof useWork>;

import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';
import { useTranslation } from '../i18n/translation';
import { pipelinesKey } from '../pipelines/pipelines';
import { useNamedFields } from '../rules/use_named_fields';
import { useDraftedWork } from '../settings/drafted_work';
import { isChanged, workOn } from './draft';
import { messageOf, withSavedKeys } from './message';
import { ownProblems } from './own_problems';
import { placed } from './problems';
import { putPipeline } from './put_pipeline';
import { rebased } from './rebase';
import { sendPipeline } from './send_pipeline';
import { movesOf } from './stage_moves';

// What an admin does to a pipeline, until it is saved as a whole.
export function useWork(pipeline: Pipeline) {
  const { t } = useTranslation();
  const fields = useNamedFields();
  const working = useDraftedWork(pipeline, {
    words: 'pipelineSettings',
    draft: `pipeline-${pipeline.key}`,
    queryKey: pipelinesKey,
    ...{ workOn, isChanged, rebased, put: putPipeline },
    ownProblems: ({ typed }) => ownProblems(typed, fields, t),
    send: ({ etag, from, typed }, requestId) =>
      sendPipeline({
        ...{ requestId, pipeline: messageOf(typed, fields), etag: BigInt(etag) },
        stageMoves: movesOf({ from, typed }, withSavedKeys(typed)),
      }),
    placed: ({ violations }, sent) => placed(violations, sent),
  });
  return { ...working, fields };
}

export type Working = ReturnType<typeof useWork>;

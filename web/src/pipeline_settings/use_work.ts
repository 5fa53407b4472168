import { useQueryClient } from '@tanstack/react-query';
import { pipelines } from '../api/clients';
import { showToast } from '../components/toasts';
import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';
import { useTranslation } from '../i18n/translation';
import { reread } from '../live/reread';
import { pipelinesKey } from '../pipelines/pipelines';
import { useNamedFields } from '../rules/use_named_fields';
import { useEditing } from '../settings/use_editing';
import { isChanged, workOn } from './draft';
import { messageOf } from './message';
import { ownProblems } from './own_problems';
import { placed } from './problems';
import { putPipeline } from './put_pipeline';
import { rebased } from './rebase';

// What an admin does to a pipeline, until it is saved as a whole.
export function useWork(pipeline: Pipeline) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const fields = useNamedFields();
  const editing = useEditing({
    name: `pipeline-${pipeline.key}`,
    saved: pipeline,
    etag: pipeline.etag,
    ...{ begin: workOn, isChanged, rebased },
    ownProblems: ({ typed }) => ownProblems(typed, fields, t),
    send: ({ etag, typed }, requestId) =>
      pipelines.updatePipeline({ requestId, pipeline: messageOf(typed, fields), etag: BigInt(etag) }),
    done: (saved) => {
      putPipeline(client, saved);
      showToast(t('pipelineSettings.saved'), 'good');
    },
    reread: () => reread(client, pipelinesKey),
    placed: ({ violations }, { typed }) => placed(violations, typed),
    check: t('pipelineSettings.check'),
  });
  return { ...editing, fields };
}

export type Working = ReturnType<typeof useWork>;

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { pipelines } from '../api/clients';
import { refusalOf } from '../api/refusal';
import { useRequestId } from '../api/request_id';
import { showToast } from '../components/toasts';
import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';
import { useTranslation } from '../i18n/translation';
import { ArchiveButton } from '../settings/ArchiveButton';
import { putPipeline } from './put_pipeline';

// Takes the pipeline out of use, and brings it back.
export function ArchiveBlock({ pipeline }: { pipeline: Pipeline }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const requestId = useRequestId();
  const { key, name, etag } = pipeline;
  const isArchived = pipeline.archiveTime !== undefined;
  const act = useMutation({
    mutationFn: () => {
      const request = { requestId: requestId([isArchived, etag]), pipeline: key, etag };
      return isArchived ? pipelines.unarchivePipeline(request) : pipelines.archivePipeline(request);
    },
    onSuccess: (changed) => {
      putPipeline(client, changed);
      showToast(t(isArchived ? 'pipelineSettings.unarchivedNow' : 'pipelineSettings.archivedNow', { name }), 'good');
    },
  });
  return (
    <ArchiveButton
      words="pipelineSettings"
      isArchived={isArchived}
      act={() => act.mutate()}
      isPending={act.isPending}
      problem={act.error && refusalOf(act.error).message}
    />
  );
}

import { NativeSelect } from '@mantine/core';
import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';
import { useTranslation } from '../i18n/translation';
import { useEveryPipeline } from '../pipelines/pipelines';
import { mayTakeInquiries } from '../pipelines/purposes';
import { usePipelineName } from './pipeline_name';

interface PipelineSelectProps {
  value: string;
  // Of the form as it is saved: it stays, even if it has been archived or takes no inquiries any more.
  saved?: string;
  change: (key: string) => void;
  problem: string | undefined;
}

// Where new deals of a form are created.
export function PipelineSelect({ value, saved, change, problem }: PipelineSelectProps) {
  const { t } = useTranslation();
  const nameOf = usePipelineName();
  const mayBeNamed = (pipeline: Pipeline) => !pipeline.archiveTime && mayTakeInquiries(pipeline);
  const offered = (useEveryPipeline() ?? []).filter((pipeline) => pipeline.key === saved || mayBeNamed(pipeline));
  return (
    <NativeSelect
      label={t('formSettings.pipeline')}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
      error={problem}
      data={['', ...offered.map(({ key }) => key)].map((key) => ({ value: key, label: nameOf(key) }))}
    />
  );
}

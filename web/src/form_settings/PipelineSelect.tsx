import { NativeSelect } from '@mantine/core';
import { useTranslation } from '../i18n/translation';
import { useEveryPipeline } from '../pipelines/pipelines';
import { usePipelineName } from './pipeline_name';

interface PipelineSelectProps {
  value: string;
  // Of the form as it is saved: it stays, even if it has been archived.
  saved?: string;
  change: (key: string) => void;
  problem: string | undefined;
}

// Where new deals of a form are created.
export function PipelineSelect({ value, saved, change, problem }: PipelineSelectProps) {
  const { t } = useTranslation();
  const nameOf = usePipelineName();
  const offered = (useEveryPipeline() ?? []).filter(({ key, archiveTime }) => !archiveTime || key === saved);
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

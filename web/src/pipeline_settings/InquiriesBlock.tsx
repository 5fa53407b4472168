import { Checkbox, NativeSelect } from '@mantine/core';
import { Stage_Kind, type Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';
import { useTranslation } from '../i18n/translation';
import { Block } from '../page/Block';
import { useEveryPipeline } from '../pipelines/pipelines';
import { isForSales } from '../pipelines/purposes';
import form from '../style/form.module.css';
import type { DraftPipeline } from './draft';
import type { Working } from './use_work';

// How deals come to the pipeline.
export function InquiriesBlock({ working, pipeline }: { working: Working; pipeline: Pipeline }) {
  const { t } = useTranslation();
  const every = useEveryPipeline() ?? [];
  const { work, problems } = working;
  const { typed } = work;
  const change = (part: Partial<DraftPipeline>, place: string) => working.change({ ...typed, ...part }, place);
  const mayRepeat = (other: Pipeline) => !other.archiveTime && isForSales(other);
  const others = every.filter(
    (other) => other.key !== typed.key && (other.key === typed.repeatPipeline || mayRepeat(other)),
  );
  return (
    <Block title={t('pipelineSettings.inquiries')}>
      <div className={form.form}>
        {/* Another pipeline takes it over: an account always has one. */}
        <Checkbox
          label={t('pipelineSettings.default')}
          description={pipeline.defaultForInquiries ? t('pipelineSettings.defaultOnly') : undefined}
          checked={typed.defaultForInquiries}
          disabled={pipeline.defaultForInquiries}
          onChange={(event) => change({ defaultForInquiries: event.currentTarget.checked }, 'default_for_inquiries')}
          error={problems.default_for_inquiries}
        />
        <NativeSelect
          label={t('pipelineSettings.takeStage')}
          value={typed.takeStage}
          onChange={(event) => change({ takeStage: event.currentTarget.value }, 'take_stage')}
          error={problems.take_stage}
          data={[
            { value: '', label: t('pipelineSettings.stays') },
            ...typed.stages
              .filter(({ kind, key }) => kind === Stage_Kind.OPEN || key === typed.takeStage)
              .map(({ key, name }) => ({ value: key, label: name || t('pipelineSettings.newStage') })),
          ]}
        />
        <NativeSelect
          label={t('pipelineSettings.repeatPipeline')}
          value={typed.repeatPipeline === typed.key ? '' : typed.repeatPipeline}
          onChange={(event) => change({ repeatPipeline: event.currentTarget.value }, 'repeat_pipeline')}
          error={problems.repeat_pipeline}
          data={[
            { value: '', label: t('pipelineSettings.samePipeline') },
            ...others.map(({ key, name }) => ({ value: key, label: name })),
          ]}
        />
      </div>
    </Block>
  );
}

import { useTranslation } from '../i18n/translation';
import { useEveryPipeline } from '../pipelines/pipelines';
import { mayTakeInquiries } from '../pipelines/purposes';

// Where the inquiries of a form go, in words. A form without a pipeline follows the account's default.
export function usePipelineName(): (key: string) => string {
  const { t } = useTranslation();
  const every = useEveryPipeline() ?? [];
  const usual = every.find(({ defaultForInquiries }) => defaultForInquiries);
  return (key) => {
    const pipeline = every.find((other) => other.key === key);
    if (pipeline?.archiveTime) return t('formSettings.archivedPipeline', { name: pipeline.name });
    if (pipeline && !mayTakeInquiries(pipeline)) return t('formSettings.noInquiriesIn', { name: pipeline.name });
    if (key) return pipeline?.name ?? key;
    return usual ? t('formSettings.defaultPipelineNow', { name: usual.name }) : t('formSettings.defaultPipeline');
  };
}

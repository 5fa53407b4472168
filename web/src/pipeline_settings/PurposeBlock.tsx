import { NativeSelect } from '@mantine/core';
import { chosenOf } from '../components/chosen';
import { Pipeline_Purpose as Purpose } from '../gen/voronka/crm/v1/pipeline_pb';
import { useTranslation } from '../i18n/translation';
import { Block } from '../page/Block';
import { purposeOf } from '../pipelines/purposes';
import type { Working } from './use_work';

const words = {
  [Purpose.SALES]: { name: 'pipelineSettings.forSales', hint: 'pipelineSettings.forSalesHint' },
  [Purpose.LEADS]: { name: 'pipelineSettings.forLeads', hint: 'pipelineSettings.forLeadsHint' },
  [Purpose.CLAIMS]: { name: 'pipelineSettings.forClaims', hint: 'pipelineSettings.forClaimsHint' },
  [Purpose.ERRANDS]: { name: 'pipelineSettings.forErrands', hint: 'pipelineSettings.forErrandsHint' },
  [Purpose.WARMING]: { name: 'pipelineSettings.forWarming', hint: 'pipelineSettings.forWarmingHint' },
} as const;
const purposes = [Purpose.SALES, Purpose.LEADS, Purpose.CLAIMS, Purpose.ERRANDS, Purpose.WARMING] as const;

// What the deals of the pipeline are, and what that means.
export function PurposeBlock({ working }: { working: Working }) {
  const { t } = useTranslation();
  const { work, problems } = working;
  const meant = purposeOf({ purpose: work.typed.purpose ?? Purpose.UNSPECIFIED });
  const purpose = purposes.find((each) => each === meant) ?? Purpose.SALES;
  const choose = (chosen: string) =>
    working.change({ ...work.typed, purpose: chosenOf(purposes, chosen) ?? purpose }, 'purpose');
  return (
    <Block title={t('pipelineSettings.purpose')}>
      <NativeSelect
        aria-label={t('pipelineSettings.purpose')}
        description={t(words[purpose].hint)}
        inputWrapperOrder={['input', 'description', 'error']}
        value={String(purpose)}
        onChange={(event) => choose(event.currentTarget.value)}
        error={problems.purpose}
        data={purposes.map((each) => ({ value: String(each), label: t(words[each].name) }))}
      />
    </Block>
  );
}

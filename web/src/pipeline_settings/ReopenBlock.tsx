import { NumberInput } from '@mantine/core';
import { useTranslation } from '../i18n/translation';
import { Block } from '../page/Block';
import type { Working } from './use_work';

// Who may reopen deals that were lost in the pipeline.
export function ReopenBlock({ working }: { working: Working }) {
  const { t } = useTranslation();
  const { work, problems } = working;
  return (
    <Block title={t('pipelineSettings.reopen')}>
      <NumberInput
        label={t('pipelineSettings.reopenDays')}
        description={t('pipelineSettings.reopenHint')}
        value={work.typed.reopenDays ?? ''}
        onChange={(value) => working.change({ ...work.typed, reopenDays: String(value) }, 'reopen_days')}
        error={problems.reopen_days}
        min={0}
        max={3650}
        allowDecimal={false}
        maw={320}
      />
    </Block>
  );
}

import { NumberInput } from '@mantine/core';
import { useTranslation } from '../i18n/translation';
import { Block } from '../page/Block';
import type { Working } from './use_work';

// How long a lost deal can be taken up again by whoever has lost it.
export function ReopenBlock({ working }: { working: Working }) {
  const { t } = useTranslation();
  const { work, change, problems } = working;
  return (
    <Block title={t('pipelineSettings.reopening')}>
      <NumberInput
        label={t('pipelineSettings.reopenDays')}
        description={t('pipelineSettings.reopenDaysHint')}
        value={work.typed.reopenDays ?? ''}
        onChange={(value) => change({ ...work.typed, reopenDays: String(value) }, 'reopen_days')}
        error={problems.reopen_days}
        min={0}
        max={3650}
        allowDecimal={false}
        hideControls
      />
    </Block>
  );
}

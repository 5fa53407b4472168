import { NativeSelect, NumberInput } from '@mantine/core';
import { useTranslation } from '../i18n/translation';
import { usualAttempts, type DraftAttempts } from './draft_work';
import styles from './pipeline_settings.module.css';
import { rulePlace } from './problems';
import type { RulePartProps } from './RuleForm';

// How often somebody must have tried to reach the client, and since when.
export function AttemptsPart({ working, stage, rule, change }: RulePartProps) {
  const { t } = useTranslation();
  const attempts = rule.attempts ?? usualAttempts;
  const put = (part: Partial<DraftAttempts>) => change({ attempts: { ...attempts, ...part } });
  return (
    <div className={styles.sentenceParts}>
      <NumberInput
        label={t('pipelineSettings.atLeast')}
        value={attempts.atLeast}
        onChange={(value) => put({ atLeast: String(value) })}
        error={working.problems[`${rulePlace(stage.key, rule.key)}at_least`]}
        min={1}
        max={100}
        allowDecimal={false}
        hideControls
      />
      <NativeSelect
        label={t('pipelineSettings.countedSince')}
        value={attempts.inAll ? 'inAll' : 'onStage'}
        onChange={(event) => put({ inAll: event.currentTarget.value === 'inAll' })}
        data={[
          { value: 'onStage', label: t('pipelineSettings.onThisStage') },
          { value: 'inAll', label: t('pipelineSettings.inAll') },
        ]}
      />
    </div>
  );
}

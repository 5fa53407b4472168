import { NativeSelect, NumberInput } from '@mantine/core';
import { useTranslation } from '../i18n/translation';
import { noTime, usualAttempts, type DraftAttempts } from './draft_work';
import styles from './pipeline_settings.module.css';
import { rulePlace } from './problems';
import type { RulePartProps } from './RuleForm';
import { TimeFields } from './TimeFields';

// How often somebody must have tried to reach the client, since when, and how far apart.
export function AttemptsPart({ working, stage, rule, change }: RulePartProps) {
  const { t } = useTranslation();
  const attempts = rule.attempts ?? usualAttempts;
  const apart = attempts.apart ?? noTime;
  const place = rulePlace(stage.key, rule.key);
  const put = (part: Partial<DraftAttempts>) => change({ attempts: { ...attempts, ...part } });
  return (
    <>
      <div className={styles.sentenceParts}>
        <NumberInput
          label={t('pipelineSettings.atLeast')}
          value={attempts.atLeast}
          onChange={(value) => put({ atLeast: String(value) })}
          error={working.problems[`${place}at_least`]}
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
      <TimeFields
        label={t('pipelineSettings.apart')}
        hint={t('pipelineSettings.apartHint')}
        time={apart}
        put={(part) => put({ apart: { ...apart, ...part } })}
        problem={working.problems[`${place}least_interval`]}
      />
    </>
  );
}

import { Checkbox } from '@mantine/core';
import { useTranslation } from '../i18n/translation';
import { Stage_Kind } from '../gen/voronka/crm/v1/pipeline_pb';
import styles from './pipeline_settings.module.css';
import { rulePlace } from './problems';
import type { RulePartProps } from './RuleForm';

// The moves that the rule does not bind.
export function ExceptEditor({ working, stage, rule, change }: RulePartProps) {
  const { t } = useTranslation();
  const problem = working.problems[`${rulePlace(stage.key, rule.key)}except_stages`];
  const others = working.work.typed.stages.filter(
    ({ key, kind }) => key !== stage.key && (kind === Stage_Kind.OPEN || kind === Stage_Kind.INCOMING),
  );
  const toggle = (key: string) =>
    change({
      exceptStages: rule.exceptStages.includes(key)
        ? rule.exceptStages.filter((other) => other !== key)
        : [...rule.exceptStages, key],
    });
  return (
    <fieldset className={styles.fieldset}>
      <legend>{t('pipelineSettings.except')}</legend>
      <div className={styles.checks}>
        <Checkbox
          label={t('pipelineSettings.exceptLost')}
          checked={rule.exceptLost}
          onChange={(event) => change({ exceptLost: event.currentTarget.checked })}
        />
        <Checkbox
          label={t('pipelineSettings.exceptWon')}
          checked={rule.exceptWon}
          onChange={(event) => change({ exceptWon: event.currentTarget.checked })}
        />
      </div>
      <details className={styles.more} open={rule.exceptStages.length > 0 || undefined}>
        <summary>{t('pipelineSettings.moreExcept')}</summary>
        <div className={styles.checks}>
          {others.map(({ key, name }) => (
            <Checkbox
              key={key}
              label={t('pipelineSettings.exceptStage', { name: name || t('pipelineSettings.newStage') })}
              checked={rule.exceptStages.includes(key)}
              onChange={() => toggle(key)}
            />
          ))}
        </div>
      </details>
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  );
}

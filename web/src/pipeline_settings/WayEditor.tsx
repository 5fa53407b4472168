import { StageRule_Binding } from '../gen/voronka/crm/v1/stage_rule_pb';
import { useTranslation } from '../i18n/translation';
import { CheckGroup } from './CheckGroup';
import { isOfWays } from './draft_rule';
import styles from './pipeline_settings.module.css';
import { rulePlace } from './problems';
import type { RulePartProps } from './RuleForm';
import { otherStages } from './stage_options';

// The only moves that the rule binds, if it does not bind all.
export function WayEditor({ working, stage, rule, change }: RulePartProps) {
  const { t } = useTranslation();
  if (!isOfWays(rule)) return null;
  const { onlyStages = [] } = rule;
  const problem = working.problems[`${rulePlace(stage.key, rule.key)}only_stages`];
  const leaves = rule.binding === StageRule_Binding.LEAVE;
  return (
    <details className={styles.more} open={onlyStages.length > 0 || problem !== undefined || undefined}>
      <summary>{t('pipelineSettings.onlySome')}</summary>
      <CheckGroup
        label={t(leaves ? 'pipelineSettings.onlyTo' : 'pipelineSettings.onlyFrom')}
        options={otherStages(working.work.typed.stages, stage.key, t('pipelineSettings.newStage'))}
        chosen={onlyStages}
        change={(chosen) => change({ onlyStages: chosen })}
        problem={problem}
      />
    </details>
  );
}

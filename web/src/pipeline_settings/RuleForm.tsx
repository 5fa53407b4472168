import { Button, NativeSelect, TextInput } from '@mantine/core';
import { StageRule_Binding } from '../gen/voronka/crm/v1/stage_rule_pb';
import { useTranslation } from '../i18n/translation';
import { bindingKey } from '../rules/rule_words';
import { AskParts } from './AskParts';
import { ConditionEditor } from './ConditionEditor';
import type { DraftStage } from './draft';
import { asks, type Ask, type DraftRule } from './draft_rule';
import { ExceptEditor } from './ExceptEditor';
import styles from './pipeline_settings.module.css';
import { rulePlace } from './problems';
import type { Working } from './use_work';
import { WayEditor } from './WayEditor';

export interface RulePartProps {
  working: Working;
  stage: DraftStage;
  rule: DraftRule;
  change: (part: Partial<DraftRule>) => void;
}

const bindings = [StageRule_Binding.LEAVE, StageRule_Binding.ENTER, StageRule_Binding.FROM_HERE_ON] as const;

function Sentence({ working, stage, rule, change }: RulePartProps) {
  const { t } = useTranslation();
  const place = rulePlace(stage.key, rule.key);
  return (
    <div className={styles.sentenceParts}>
      <NativeSelect
        aria-label={t('pipelineSettings.binding')}
        value={String(rule.binding)}
        onChange={(event) => {
          const chosen = bindings.find((binding) => String(binding) === event.currentTarget.value);
          if (chosen !== undefined) change({ binding: chosen });
        }}
        error={working.problems[`${place}binding`]}
        data={bindings.map((binding) => ({
          value: String(binding),
          label: t(`pipelineSettings.bindings.${bindingKey(binding)}`),
        }))}
      />
      <NativeSelect
        aria-label={t('pipelineSettings.ask')}
        value={rule.ask}
        onChange={(event) => change({ ask: event.currentTarget.value as Ask })}
        error={working.problems[`${place}ask`]}
        data={asks.map((ask) => ({ value: ask, label: t(`pipelineSettings.asks.${ask}`) }))}
      />
    </div>
  );
}

interface RuleFormProps extends RulePartProps {
  remove: () => void;
  fold: () => void;
}

export function RuleForm({ remove, fold, ...part }: RuleFormProps) {
  const { t } = useTranslation();
  const { working, stage, rule, change } = part;
  const place = rulePlace(stage.key, rule.key);
  return (
    <div className={styles.ruleForm}>
      <Sentence {...part} />
      <AskParts {...part} />
      <ConditionEditor
        working={working}
        legend={t(rule.ask === 'never' ? 'pipelineSettings.conditionNever' : 'pipelineSettings.condition')}
        condition={rule.condition}
        place={place}
        change={(condition) => change({ condition })}
      />
      <WayEditor {...part} />
      <ExceptEditor {...part} />
      <TextInput
        label={t('pipelineSettings.text')}
        description={t('pipelineSettings.textHint')}
        value={rule.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
        error={working.problems[`${place}text`]}
        maxLength={500}
        autoComplete="off"
      />
      <div className={styles.formEnd}>
        <Button size="xs" variant="default" className={styles.remove} onClick={remove}>
          {t('pipelineSettings.removeRule')}
        </Button>
        <Button size="xs" variant="default" onClick={fold}>
          {t('pipelineSettings.foldRule')}
        </Button>
      </div>
    </div>
  );
}

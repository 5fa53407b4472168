import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useFocusPassedOn } from '../components/focus';
import { useTranslation } from '../i18n/translation';
import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';
import { ruleWords } from '../rules/rule_words';
import { useNames } from '../rules/use_names';
import { isAbout } from '../settings/problems';
import { AddButton } from './AddButton';
import { withChangedStage } from './arrange';
import type { DraftStage } from './draft';
import { newRule, ruleOf, type DraftRule } from './draft_rule';
import styles from './pipeline_settings.module.css';
import { rulePlace } from './problems';
import { RuleForm } from './RuleForm';
import type { Working } from './use_work';

interface RuleRowProps {
  working: Working;
  stage: DraftStage;
  rule: DraftRule;
  isOpen: boolean;
  open: (key: string) => void;
  change: (rules: DraftRule[], place: string) => void;
}

// The rule as a sentence, which opens the parts that it is made of.
function RuleRow({ working, stage, rule, isOpen, open, change }: RuleRowProps) {
  const row = useFocusPassedOn<HTMLLIElement>();
  const place = rulePlace(stage.key, rule.key);
  // The stages as they are typed are enough for their names.
  const names = useNames({ stages: working.work.typed.stages as unknown as Pipeline['stages'] });
  const isShown = isOpen || isAbout(working.problems, place);
  const FoldIcon = isShown ? IconChevronDown : IconChevronRight;
  return (
    <li ref={row} className={styles.rule} data-rule={rule.key}>
      <UnstyledButton className={styles.sentence} aria-expanded={isShown} onClick={() => open(isOpen ? '' : rule.key)}>
        <FoldIcon size={15} aria-hidden="true" />
        <span>{ruleWords(ruleOf(rule, working.fields), names)}</span>
      </UnstyledButton>
      {isShown && (
        <RuleForm
          working={working}
          stage={stage}
          rule={rule}
          change={(part) =>
            change(
              stage.rules.map((other) => (other === rule ? { ...rule, ...part } : other)),
              place,
            )
          }
          remove={() =>
            change(
              stage.rules.filter((other) => other !== rule),
              place,
            )
          }
          fold={() => open('')}
        />
      )}
    </li>
  );
}

export function RuleList({ working, stage }: { working: Working; stage: DraftStage }) {
  const { t } = useTranslation();
  const [openKey, open] = useState('');
  const change = (rules: DraftRule[], place: string) =>
    working.change(withChangedStage(working.work.typed, { ...stage, rules }), place);
  const add = () => {
    const rule = newRule(stage.rules);
    open(rule.key);
    change([...stage.rules, rule], rulePlace(stage.key, rule.key));
  };
  return (
    <section aria-label={t('pipelineSettings.ruleList')}>
      <h3 className={styles.subtitle}>{t('pipelineSettings.ruleList')}</h3>
      {stage.rules.length === 0 && <p className={styles.note}>{t('pipelineSettings.noRules')}</p>}
      <ul className={styles.list}>
        {stage.rules.map((rule) => (
          <RuleRow
            key={rule.key}
            working={working}
            stage={stage}
            rule={rule}
            isOpen={rule.key === openKey}
            open={open}
            change={change}
          />
        ))}
      </ul>
      <AddButton text={t('pipelineSettings.addRule')} add={add} />
    </section>
  );
}

import { Dialog } from '../components/Dialog';
import { StageRule_Binding, type StageRule } from '../gen/voronka/crm/v1/stage_rule_pb';
import type { Pipeline, Stage } from '../gen/voronka/crm/v1/pipeline_pb';
import { useTranslation } from '../i18n/translation';
import { usePipeline } from '../pipelines/pipelines';
import { stageShown } from '../pipelines/stage_shown';
import { stageOf } from '../pipelines/stages';
import { useObserved } from '../state/observable';
import { ruleWords } from './rule_words';
import styles from './StageInfo.module.css';
import { useNames } from './use_names';

interface RulesProps {
  title: string;
  pipeline: Pipeline;
  rules: StageRule[];
}

function Rules({ title, pipeline, rules }: RulesProps) {
  const names = useNames(pipeline);
  if (!rules.length) return null;
  return (
    <section aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      <ul className={styles.rules}>
        {rules.map((rule) => (
          <li key={rule.key}>{ruleWords(rule, names)}</li>
        ))}
      </ul>
    </section>
  );
}

function About({ pipeline, stage }: { pipeline: Pipeline; stage: Stage }) {
  const { t } = useTranslation();
  const leaves = ({ binding }: StageRule) => binding === StageRule_Binding.LEAVE;
  return (
    <div className={styles.about}>
      {stage.instruction && (
        <section aria-label={t('stageInfo.instruction')}>
          <h3 className={styles.title}>{t('stageInfo.instruction')}</h3>
          <p className={styles.instruction}>{stage.instruction}</p>
        </section>
      )}
      <Rules title={t('stageInfo.toEnter')} pipeline={pipeline} rules={stage.rules.filter((rule) => !leaves(rule))} />
      <Rules title={t('stageInfo.toLeave')} pipeline={pipeline} rules={stage.rules.filter(leaves)} />
    </div>
  );
}

// What to do on a stage and what it asks for, in words; as the pipeline is by now.
export function StageInfoDialog() {
  const { t } = useTranslation();
  const shown = useObserved(stageShown);
  const pipeline = usePipeline(shown?.pipeline ?? '');
  const stage = stageOf(pipeline, shown?.stage.key ?? '') ?? shown?.stage;
  return (
    <Dialog
      opened={shown !== undefined}
      close={() => stageShown.set(undefined)}
      title={stage && t('stageInfo.title', { stage: stage.name })}
    >
      {pipeline && stage && <About pipeline={pipeline} stage={stage} />}
    </Dialog>
  );
}

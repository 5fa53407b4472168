import { Button, NativeSelect } from '@mantine/core';
import { fromJson } from '@bufbuild/protobuf';
import { IconPlus } from '@tabler/icons-react';
import { Comparison_Operator, ConditionSchema } from '../gen/voronka/crm/v1/condition_pb';
import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';
import { useTranslation } from '../i18n/translation';
import { conditionWords } from '../rules/rule_words';
import { useNames } from '../rules/use_names';
import { ComparisonRow } from './ComparisonRow';
import type { DraftComparison, DraftCondition } from './draft_condition';
import { fieldOptions } from './field_options';
import styles from './pipeline_settings.module.css';
import type { Working } from './use_work';

type Plain = Exclude<DraftCondition, { joint: 'complex' }>;

interface ConditionEditorProps {
  working: Working;
  legend: string;
  condition: DraftCondition | undefined;
  // Of what it is a condition.
  place: string;
  change: (condition: DraftCondition | undefined) => void;
}

interface ComplexProps {
  working: Working;
  json: Extract<DraftCondition, { joint: 'complex' }>['json'];
  remove: () => void;
}

function Complex({ working, json, remove }: ComplexProps) {
  const { t } = useTranslation();
  const names = useNames({ stages: working.work.typed.stages as unknown as Pipeline['stages'] });
  return (
    <div className={styles.complex}>
      <p className={styles.said}>{conditionWords(fromJson(ConditionSchema, json), names)}</p>
      <p className={styles.note}>{t('pipelineSettings.complex')}</p>
      <Button size="compact-sm" variant="default" onClick={remove}>
        {t('pipelineSettings.removeCondition')}
      </Button>
    </div>
  );
}

function Joint({ condition, put }: { condition: Plain; put: (condition: Plain) => void }) {
  const { t } = useTranslation();
  if (condition.comparisons.length < 2) return null;
  return (
    <NativeSelect
      size="xs"
      aria-label={t('pipelineSettings.joint')}
      value={condition.joint}
      onChange={(event) => put({ ...condition, joint: event.currentTarget.value === 'any' ? 'any' : 'all' })}
      data={[
        { value: 'all', label: t('pipelineSettings.all') },
        { value: 'any', label: t('pipelineSettings.any') },
      ]}
    />
  );
}

function Comparisons({ working, place, change, condition }: ConditionEditorProps & { condition: Plain }) {
  const put = (changed: Plain) => change(changed.comparisons.length ? changed : undefined);
  return (
    <>
      <Joint condition={condition} put={put} />
      {condition.comparisons.map((comparison, at) => (
        <ComparisonRow
          // They have nothing else that tells one from another.
          key={at}
          working={working}
          comparison={comparison}
          place={`${place}condition[${at}]`}
          change={(changed) =>
            put({
              ...condition,
              comparisons: condition.comparisons.map((one, other) => (other === at ? changed : one)),
            })
          }
          remove={() => put({ ...condition, comparisons: condition.comparisons.filter((_, other) => other !== at) })}
        />
      ))}
    </>
  );
}

// Of which deals a rule holds, or of which ones an item of a checklist is.
export function ConditionEditor(part: ConditionEditorProps) {
  const { t } = useTranslation();
  const { working, legend, condition, place, change } = part;
  const problem = working.problems[`${place}condition`];
  const plain: Plain | undefined = condition?.joint === 'complex' ? undefined : condition;
  const add = () => {
    const [first] = fieldOptions(working.fields, working.work.typed.key, []);
    const added: DraftComparison = { field: first?.value ?? '', operator: Comparison_Operator.FILLED, values: [] };
    change({ joint: plain?.joint ?? 'all', comparisons: [...(plain?.comparisons ?? []), added] });
  };
  return (
    <fieldset className={styles.fieldset}>
      <legend>{legend}</legend>
      {condition?.joint === 'complex' && (
        <Complex working={working} json={condition.json} remove={() => change(undefined)} />
      )}
      {plain && <Comparisons {...part} condition={plain} />}
      {condition?.joint !== 'complex' && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={add}
        >
          {t('pipelineSettings.addCondition')}
        </Button>
      )}
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  );
}

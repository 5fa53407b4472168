import { ActionIcon, NativeSelect } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from '../i18n/translation';
import { operatorKey } from '../rules/rule_words';
import { ComparedValues } from './ComparedValues';
import { takesValues, type DraftComparison } from './draft_condition';
import { fieldOptions } from './field_options';
import { operatorsOf } from './operators';
import styles from './pipeline_settings.module.css';
import type { Working } from './use_work';

interface ComparisonRowProps {
  working: Working;
  comparison: DraftComparison;
  // Where it is, for what is wrong with it.
  place: string;
  change: (comparison: DraftComparison) => void;
  remove: () => void;
}

// «Доставка» одно из: самовывоз, курьер.
export function ComparisonRow({ working, comparison, place, change, remove }: ComparisonRowProps) {
  const { t } = useTranslation();
  const { fields, work, problems } = working;
  const field = fields?.get(comparison.field)?.field;
  const operators = operatorsOf(field);
  const chooseField = (name: string) => {
    const [first] = operatorsOf(fields?.get(name)?.field);
    const suits = operatorsOf(fields?.get(name)?.field).includes(comparison.operator);
    change({ field: name, operator: suits || first === undefined ? comparison.operator : first, values: [] });
  };
  return (
    <div className={styles.comparison}>
      <div className={styles.comparisonLine}>
        <NativeSelect
          aria-label={t('pipelineSettings.conditionField')}
          value={comparison.field}
          onChange={(event) => chooseField(event.currentTarget.value)}
          error={problems[`${place}.field`]}
          data={fieldOptions(fields, work.typed.key, [comparison.field]).map(({ value, name }) => ({
            value,
            label: name,
          }))}
        />
        <NativeSelect
          aria-label={t('pipelineSettings.operator')}
          value={String(comparison.operator)}
          onChange={(event) => {
            const chosen = operators.find((operator) => String(operator) === event.currentTarget.value);
            if (chosen !== undefined) change({ ...comparison, operator: chosen });
          }}
          error={problems[`${place}.operator`]}
          data={operators.map((operator) => ({
            value: String(operator),
            label: t(`pipelineSettings.operators.${operatorKey(operator, field)}`),
          }))}
        />
        <ActionIcon variant="subtle" color="gray" aria-label={t('pipelineSettings.removeCondition')} onClick={remove}>
          <IconTrash size={16} />
        </ActionIcon>
      </div>
      {field && takesValues(comparison.operator) && (
        <ComparedValues
          field={field}
          comparison={comparison}
          change={(values) => change({ ...comparison, values })}
          problem={problems[`${place}.values`]}
        />
      )}
    </div>
  );
}

import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useFocusPassedOn } from '../components/focus';
import { useTranslation } from '../i18n/translation';
import { Block } from '../page/Block';
import { askedForm } from '../rules/asked_forms';
import { fullLabel } from '../rules/named_fields';
import { OptionPicker } from '../settings/OptionPicker';
import { moved } from '../settings/order';
import { OrderButtons } from '../settings/OrderButtons';
import { fieldOptions } from './field_options';
import styles from './pipeline_settings.module.css';
import type { Working } from './use_work';

interface FieldRowProps {
  label: string;
  isFirst: boolean;
  isLast: boolean;
  move: (step: -1 | 1) => void;
  remove: () => void;
}

function FieldRow({ label, remove, ...order }: FieldRowProps) {
  const { t } = useTranslation();
  const row = useFocusPassedOn<HTMLLIElement>();
  const name = { name: label };
  return (
    <li ref={row} className={styles.quickField}>
      <bdi className={styles.quickFieldName}>{label}</bdi>
      <OrderButtons up={t('pipelineSettings.fieldUp', name)} down={t('pipelineSettings.fieldDown', name)} {...order} />
      <ActionIcon variant="subtle" color="gray" aria-label={t('pipelineSettings.removeField', name)} onClick={remove}>
        <IconTrash size={16} />
      </ActionIcon>
    </li>
  );
}

// What a column of the board asks for about a new deal, in this order.
export function QuickAddBlock({ working }: { working: Working }) {
  const { t } = useTranslation();
  const { work, fields, problems } = working;
  const names = work.typed.quickAddFields ?? [];
  const change = (quickAddFields: string[]) => working.change({ ...work.typed, quickAddFields }, 'quick_add_fields');
  const without = (name: string) => names.filter((other) => other !== name);
  const hasEditor = (name: string) => {
    const kind = fields?.get(name)?.field.kind;
    return kind !== undefined && askedForm(kind) !== undefined;
  };
  return (
    <Block title={t('pipelineSettings.quickAdd')}>
      <p className={styles.quickHint}>{t('pipelineSettings.quickAddHint')}</p>
      {names.length === 0 && <p className={styles.said}>{t('pipelineSettings.quickAddName')}</p>}
      <ul className={styles.list}>
        {names.map((name, at) => (
          <FieldRow
            key={name}
            label={fullLabel(fields, name)}
            isFirst={at === 0}
            isLast={at === names.length - 1}
            move={(step) => change(moved(names, name, step))}
            remove={() => change(without(name))}
          />
        ))}
      </ul>
      {problems.quick_add_fields && (
        <p className={styles.problem} role="alert">
          {problems.quick_add_fields}
        </p>
      )}
      <div className={styles.buttons}>
        <OptionPicker
          label={t('pipelineSettings.quickAdd')}
          add={t('pipelineSettings.quickAddField')}
          options={fieldOptions(fields, work.typed.key, names).filter(({ value }) => hasEditor(value))}
          chosen={names}
          pick={(name) => change(names.includes(name) ? without(name) : [...names, name])}
        />
      </div>
    </Block>
  );
}

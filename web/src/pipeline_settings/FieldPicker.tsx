import { Button, CloseButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { onEscape } from '../components/escape';
import { useInPlace } from '../components/focus';
import { OptionList } from '../fields/OptionList';
import { useTranslation } from '../i18n/translation';
import { fullLabel } from '../rules/named_fields';
import { fieldOptions } from './field_options';
import styles from './pipeline_settings.module.css';
import type { Working } from './use_work';

interface FieldPickerProps {
  working: Working;
  // The fields that are asked for, by their names in rules.
  names: string[];
  change: (names: string[]) => void;
  problem: string | undefined;
}

// The fields that are asked for, and a list to find others in, by what they are called.
export function FieldPicker({ working, names, change, problem }: FieldPickerProps) {
  const { t } = useTranslation();
  const list = useInPlace();
  const { fields, work } = working;
  const toggle = (name: string) =>
    change(names.includes(name) ? names.filter((other) => other !== name) : [...names, name]);
  return (
    <fieldset className={styles.fieldset}>
      <legend>{t('pipelineSettings.fields')}</legend>
      <div className={styles.chips}>
        {names.map((name) => (
          <span key={name} className={styles.chip}>
            <bdi>{fullLabel(fields, name)}</bdi>
            <CloseButton
              size="sm"
              aria-label={t('pipelineSettings.removeField', { name: fullLabel(fields, name) })}
              onClick={() => toggle(name)}
            />
          </span>
        ))}
        {!list.isOpen && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden="true" />}
            onClick={list.open}
            autoFocus={list.returns}
          >
            {t('pipelineSettings.addField')}
          </Button>
        )}
      </div>
      {list.isOpen && (
        <div className={styles.panel} onKeyDown={onEscape(list.close)}>
          <OptionList
            label={t('pipelineSettings.fields')}
            options={fieldOptions(fields, work.typed.key, names)}
            isChosen={(name) => names.includes(name)}
            pick={toggle}
            autoFocus
          />
          <Button size="compact-sm" onClick={list.close}>
            {t('fields.done')}
          </Button>
        </div>
      )}
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  );
}

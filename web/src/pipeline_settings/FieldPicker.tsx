import { CloseButton } from '@mantine/core';
import { useTranslation } from '../i18n/translation';
import { fullLabel } from '../rules/named_fields';
import { OptionPicker } from '../settings/OptionPicker';
import { askableOptions } from './field_options';
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
        <OptionPicker
          label={t('pipelineSettings.fields')}
          add={t('pipelineSettings.addField')}
          options={askableOptions(fields, work.typed.key, names)}
          chosen={names}
          pick={toggle}
        />
      </div>
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  );
}

import { NativeSelect, NumberInput } from '@mantine/core';
import { useTranslation } from '../i18n/translation';
import { timeUnits, type DraftTime } from './draft_work';
import styles from './pipeline_settings.module.css';

interface TimeFieldsProps {
  label: string;
  hint: string;
  time: DraftTime;
  put: (part: Partial<DraftTime>) => void;
  problem: string | undefined;
}

// A length of time and its unit.
export function TimeFields({ label, hint, time, put, problem }: TimeFieldsProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.sentenceParts}>
      <NumberInput
        label={label}
        description={hint}
        value={time.time}
        onChange={(value) => put({ time: String(value) })}
        error={problem}
        min={0}
        hideControls
      />
      <NativeSelect
        className={styles.unit}
        aria-label={t('pipelineSettings.timeUnit')}
        value={time.unit}
        onChange={(event) => {
          const unit = timeUnits.find((one) => one === event.currentTarget.value);
          if (unit) put({ unit });
        }}
        data={timeUnits.map((unit) => ({ value: unit, label: t(`pipelineSettings.timeUnits.${unit}`) }))}
      />
    </div>
  );
}

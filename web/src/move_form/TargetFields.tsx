import { NativeSelect } from '@mantine/core';
import type { Target } from '../deal/conversion';
import { useTranslation } from '../i18n/translation';
import styles from '../style/form.module.css';
import type { ConversionTarget } from './use_conversion_target';

const options = (all: { key: string; name: string }[]) => all.map(({ key, name }) => ({ value: key, label: name }));

interface TargetFieldsProps {
  target: ConversionTarget;
  choose: (target: Target) => void;
}

// The pipeline and the stage of a lead's deal, as far as there is a choice.
export function TargetFields({ target: { pipelines, stages, chosen }, choose }: TargetFieldsProps) {
  const { t } = useTranslation();
  if (pipelines.length < 2 && stages.length < 2) return null;
  return (
    <div className={styles.row}>
      {pipelines.length > 1 && (
        <NativeSelect
          label={t('leads.pipeline')}
          value={chosen.pipeline}
          onChange={(event) => choose({ pipeline: event.currentTarget.value, stage: '' })}
          data={options(pipelines)}
        />
      )}
      {stages.length > 1 && (
        <NativeSelect
          label={t('leads.stage')}
          value={chosen.stage}
          onChange={(event) => choose({ ...chosen, stage: event.currentTarget.value })}
          data={options(stages)}
        />
      )}
    </div>
  );
}

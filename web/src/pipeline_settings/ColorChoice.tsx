import { Stage_Color } from '../gen/voronka/crm/v1/pipeline_pb';
import { useTranslation } from '../i18n/translation';
import { stageTone } from '../pipelines/tones';
import type { DraftStage } from './draft';
import styles from './pipeline_settings.module.css';
import { stageColors } from './stage_colors';

interface ColorChoiceProps {
  stage: DraftStage;
  choose: (color: Stage_Color) => void;
}

// One dot for each colour, as the board will show it.
export function ColorChoice({ stage, choose }: ColorChoiceProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles.colors}>
      <legend>{t('pipelineSettings.color')}</legend>
      {stageColors.map(({ color, name }) => (
        <label key={color} className={styles.color} title={t(name)}>
          <input
            type="radio"
            name={`color/${stage.key}`}
            aria-label={t(name)}
            checked={stage.color === color}
            onChange={() => choose(color)}
          />
          <span style={{ background: stageTone({ kind: stage.kind, color }) }} />
        </label>
      ))}
    </fieldset>
  );
}

import { UnstyledButton } from '@mantine/core';
import type { Stage } from '../gen/voronka/crm/v1/pipeline_pb';
import { useTranslation } from '../i18n/translation';
import styles from './StageSwitch.module.css';
import type { Total } from './totals';

interface StageSwitchProps {
  stages: Stage[];
  totalOf: (stage: string) => Total;
  chosen: string | undefined;
  onChoose: (stage: string) => void;
}

const countOf = ({ deals, isPartial }: Total): string => `${deals}${isPartial ? '+' : ''}`;

// For phones: chooses the column to show.
export function StageSwitch({ stages, totalOf, chosen, onChoose }: StageSwitchProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.switch} role="tablist" aria-label={t('board.stages')}>
      {stages.map(({ key, name }) => (
        <UnstyledButton
          key={key}
          role="tab"
          className={styles.stage}
          aria-selected={key === chosen}
          onClick={(event) => {
            event.currentTarget.scrollIntoView({ inline: 'center', block: 'nearest', behavior: 'smooth' });
            onChoose(key);
          }}
        >
          <bdi>{name}</bdi> <span className={styles.count}>{countOf(totalOf(key))}</span>
        </UnstyledButton>
      ))}
    </div>
  );
}

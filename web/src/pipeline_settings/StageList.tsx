import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from '../i18n/translation';
import { Block } from '../page/Block';
import { newStage, removedStages, withStage } from './arrange';
import { MovedDeals } from './MovedDeals';
import styles from './pipeline_settings.module.css';
import { StageRow } from './StageRow';
import { withStageBack } from './stage_moves';
import type { Working } from './use_work';

export function StageList({ working }: { working: Working }) {
  const { t } = useTranslation();
  const { work, change, problems } = working;
  const [openKey, open] = useState('');
  const add = () => {
    const stage = newStage();
    open(stage.key);
    change(withStage(work.typed, stage), 'stages');
  };
  return (
    <Block title={t('pipelineSettings.stageList')}>
      <ul className={styles.list}>
        {work.typed.stages.map((stage) => (
          <StageRow key={stage.key} working={working} stage={stage} isOpen={stage.key === openKey} open={open} />
        ))}
      </ul>
      {problems.stages && (
        <p className={styles.problem} role="alert">
          {problems.stages}
        </p>
      )}
      <MovedDeals working={working} />
      <div className={styles.buttons}>
        <Button variant="default" size="sm" leftSection={<IconPlus size={15} aria-hidden="true" />} onClick={add}>
          {t('pipelineSettings.addStage')}
        </Button>
        {removedStages(work).map((stage) => (
          <Button
            key={stage.key}
            variant="subtle"
            size="sm"
            onClick={() => change(withStageBack(work.typed, stage), 'stages')}
          >
            {t('pipelineSettings.putBack', { name: stage.name })}
          </Button>
        ))}
      </div>
    </Block>
  );
}

import { UnstyledButton } from '@mantine/core';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import type { Stage } from '../gen/voronka/crm/v1/pipeline_pb';
import { useTranslation } from '../i18n/translation';
import { moveDeal } from '../moves/moves';
import { usePipeline } from '../pipelines/pipelines';
import { stageOf } from '../pipelines/stages';
import { stageTone } from '../pipelines/tones';
import styles from './StageLine.module.css';

function bringIntoView(stage: HTMLElement | null): void {
  stage?.scrollIntoView({ inline: 'center', block: 'nearest' });
}

// The deal's way through the pipeline: the stages behind, the current one, those ahead. A click moves the deal there,
// and can be undone.
export function StageLine({ deal }: { deal: Deal }) {
  const { t } = useTranslation();
  const pipeline = usePipeline(deal.pipeline);
  const current = stageOf(pipeline, deal.stage);
  if (!pipeline || !current) return null;
  const placeOf = (stage: Stage) => {
    if (stage.key === current.key) return 'here';
    return stage.position < current.position && stage.kind === current.kind ? 'behind' : 'ahead';
  };
  return (
    <div className={styles.line} role="group" aria-label={t('deal.stage')}>
      {pipeline.stages.map((stage) => (
        <UnstyledButton
          key={stage.key}
          className={styles.stage}
          data-place={placeOf(stage)}
          style={{ '--tone': stageTone(stage) }}
          ref={stage.key === current.key ? bringIntoView : undefined}
          aria-current={stage.key === current.key ? 'step' : undefined}
          title={stage.name}
          onClick={() => moveDeal(deal, stage, { offersUndo: true })}
        >
          <span className={styles.name}>{stage.name}</span>
        </UnstyledButton>
      ))}
    </div>
  );
}

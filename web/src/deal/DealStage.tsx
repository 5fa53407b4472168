import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { useName } from '../people/people';
import { usePipeline } from '../pipelines/pipelines';
import { stageName, stageOf } from '../pipelines/stages';
import { stageTone } from '../pipelines/tones';
import styles from './LinkedDeals.module.css';

// Where another deal is now, and with whom.
export function DealStage({ deal }: { deal: Deal }) {
  const pipeline = usePipeline(deal.pipeline);
  const stage = stageOf(pipeline, deal.stage);
  const responsible = useName(deal.responsibleUserId);
  return (
    <p className={styles.stage}>
      {stage && <i className={styles.dot} style={{ background: stageTone(stage) }} />}
      <bdi>{stageName(pipeline, deal.stage)}</bdi> · <bdi>{pipeline?.name ?? deal.pipeline}</bdi>
      {responsible && (
        <>
          {' '}
          · <bdi>{responsible}</bdi>
        </>
      )}
    </p>
  );
}

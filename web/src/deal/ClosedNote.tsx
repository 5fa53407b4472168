import { Button } from '@mantine/core';
import { useInPlace } from '../components/focus';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { Stage_Kind } from '../gen/voronka/crm/v1/pipeline_pb';
import { useTranslation } from '../i18n/translation';
import { moveDeal } from '../moves/moves';
import { isClosedFor } from '../people/rights';
import { usePipeline } from '../pipelines/pipelines';
import styles from './ClosedNote.module.css';
import { DealLink } from './DealLink';

// Where the deal goes on. Why is asked before it moves.
function OpenStages({ deal, close }: { deal: Deal; close: () => void }) {
  const { t } = useTranslation();
  const stages = usePipeline(deal.pipeline)?.stages ?? [];
  return (
    <div className={styles.stages} role="group" aria-label={t('reopen.where')}>
      <span>{t('reopen.where')}</span>
      {stages
        .filter(({ kind }) => kind === Stage_Kind.OPEN || kind === Stage_Kind.INCOMING)
        .map((stage, at) => (
          <Button
            key={stage.key}
            size="compact-sm"
            variant="default"
            autoFocus={at === 0}
            onClick={() => {
              close();
              moveDeal(deal, stage);
            }}
          >
            {stage.name}
          </Button>
        ))}
      <Button size="compact-sm" variant="subtle" onClick={close}>
        {t('actions.cancel')}
      </Button>
    </div>
  );
}

// Of a closed deal: who may reopen it, or the way to do so.
export function ClosedNote({ deal }: { deal: Deal }) {
  const { t } = useTranslation();
  const pipeline = usePipeline(deal.pipeline);
  const inPlace = useInPlace();
  if (deal.attachment) {
    return (
      <p className={styles.note} role="note">
        {t('unsorted.isAttached')} <DealLink id={deal.attachment.dealId} />
      </p>
    );
  }
  if (isClosedFor(deal, pipeline)) {
    return (
      <p className={styles.note} role="note">
        {t('moves.closed')}
      </p>
    );
  }
  return (
    <div className={styles.note} role="note">
      {inPlace.isOpen ? (
        <OpenStages deal={deal} close={inPlace.close} />
      ) : (
        <>
          {t('reopen.closed')}{' '}
          <Button size="compact-sm" variant="default" onClick={inPlace.open} autoFocus={inPlace.returns}>
            {t('reopen.reopen')}
          </Button>
        </>
      )}
    </div>
  );
}

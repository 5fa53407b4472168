import { UnstyledButton } from '@mantine/core';
import { Dialog } from '../components/Dialog';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { useTranslation } from '../i18n/translation';
import { isClosedFor } from '../people/rights';
import { nameOfDeal } from '../pipelines/name_of_deal';
import { usePipeline } from '../pipelines/pipelines';
import { stageTone } from '../pipelines/tones';
import { useObserved } from '../state/observable';
import { moveDeal, stageAsked } from './moves';
import styles from './StageDialog.module.css';

const close = () => stageAsked.set(undefined);

const steps: Record<string, 'nextElementSibling' | 'previousElementSibling'> = {
  ArrowDown: 'nextElementSibling',
  ArrowUp: 'previousElementSibling',
};

// Arrow keys go from stage to stage, as they go from card to card on the board.
function walk(event: React.KeyboardEvent<HTMLElement>) {
  const step = steps[event.key];
  if (!step) return;
  event.preventDefault();
  let neighbour = document.activeElement?.[step];
  while (neighbour?.matches(':disabled')) neighbour = neighbour[step];
  if (neighbour instanceof HTMLElement) neighbour.focus();
}

function Stages({ deal }: { deal: Deal }) {
  const { t } = useTranslation();
  const pipeline = usePipeline(deal.pipeline);
  const stages = pipeline?.stages ?? [];
  const at = stages.findIndex((stage) => stage.key === deal.stage);
  const usual = stages[at + 1] ?? stages[0];
  return (
    <div className={styles.stages} onKeyDown={walk} role="group" aria-label={t('board.stages')}>
      {stages.map((stage) => (
        <UnstyledButton
          key={stage.key}
          className={styles.stage}
          disabled={stage.key === deal.stage || isClosedFor(deal, pipeline)}
          data-autofocus={stage === usual || undefined}
          onClick={() => {
            close();
            moveDeal(deal, stage);
          }}
        >
          <span className={styles.dot} style={{ background: stageTone(stage) }} />
          <bdi>{stage.name}</bdi>
          {stage.key === deal.stage && <span className={styles.here}>{t('board.current')}</span>}
        </UnstyledButton>
      ))}
    </div>
  );
}

export function StageDialog() {
  const { t } = useTranslation();
  const deal = useObserved(stageAsked);
  const pipeline = usePipeline(deal?.pipeline ?? '');
  return (
    <Dialog opened={deal !== undefined} close={close} title={t('board.moveTo', { name: deal && nameOfDeal(deal) })}>
      {deal && isClosedFor(deal, pipeline) && <p className={styles.closed}>{t('moves.closed')}</p>}
      {deal && <Stages deal={deal} />}
    </Dialog>
  );
}

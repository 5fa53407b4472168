import { Button } from '@mantine/core';
import { IconArrowBackUp, IconArrowRight, IconBan } from '@tabler/icons-react';
import { useState } from 'react';
import { Section } from '../components/Section';
import { Deal_State, type Deal } from '../gen/voronka/crm/v1/deal_pb';
import { Stage_Kind, type Stage } from '../gen/voronka/crm/v1/pipeline_pb';
import { useTranslation } from '../i18n/translation';
import { moveAsked } from '../moves/moves';
import { isClosed, mayChangeDeal } from '../people/rights';
import { usePipeline } from '../pipelines/pipelines';
import { isForLeads } from '../pipelines/purposes';
import blocks from './blocks.module.css';
import { useTimeline } from './deal_query';
import { DealLink } from './DealLink';
import { RefuseDialog } from './RefuseDialog';
import { dealOfLead } from './standing_conversion';
import { undoConversion } from './undo_conversion';

// How an open lead ends. The dialog of a move to the won stage asks what is to become of it.
function Endings({ lead, won }: { lead: Deal; won: Stage | undefined }) {
  const { t } = useTranslation();
  const [isRefused, refuse] = useState(false);
  return (
    <div className={blocks.buttons}>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconArrowRight size={15} aria-hidden="true" />}
        onClick={() => won && moveAsked.set({ deal: lead, stage: won, violations: [] })}
      >
        {t('leads.convert')}
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconBan size={15} aria-hidden="true" />}
        onClick={() => refuse(true)}
      >
        {t('leads.refuse')}
      </Button>
      {isRefused && <RefuseDialog lead={lead} close={() => refuse(false)} />}
    </div>
  );
}

// What a won lead has become, and the way back.
function Converted({ lead }: { lead: Deal }) {
  const { t } = useTranslation();
  const made = dealOfLead(useTimeline(lead.id).data ?? []);
  if (!made) return null;
  return (
    <>
      {t('leads.convertedTo')} <DealLink id={made} />
      {mayChangeDeal(lead) && (
        <div className={blocks.buttons}>
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconArrowBackUp size={15} aria-hidden="true" />}
            onClick={() => void undoConversion(lead.id)}
          >
            {t('leads.undo')}
          </Button>
        </div>
      )}
    </>
  );
}

// On the card of a lead: what becomes of it.
export function LeadBlock({ deal }: { deal: Deal }) {
  const { t } = useTranslation();
  const pipeline = usePipeline(deal.pipeline);
  if (!pipeline || !isForLeads(pipeline)) return null;
  const isWon = deal.state === Deal_State.WON;
  if (!isWon && (isClosed(deal) || !mayChangeDeal(deal))) return null;
  const won = pipeline.stages.find(({ kind }) => kind === Stage_Kind.WON);
  return (
    <Section title={t('leads.title')}>{isWon ? <Converted lead={deal} /> : <Endings lead={deal} won={won} />}</Section>
  );
}

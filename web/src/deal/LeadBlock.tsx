import { Button } from '@mantine/core';
import { IconArrowBackUp, IconArrowRight, IconBan } from '@tabler/icons-react';
import { useState } from 'react';
import { Section } from '../components/Section';
import { Deal_State, type Deal } from '../gen/voronka/crm/v1/deal_pb';
import { useTranslation } from '../i18n/translation';
import { isClosed, mayChangeDeal } from '../people/rights';
import { usePipeline } from '../pipelines/pipelines';
import { isForLeads } from '../pipelines/purposes';
import blocks from './blocks.module.css';
import { useTimeline } from './deal_query';
import { DealLink } from './DealLink';
import { convertDialog, refuseDialog } from './lead_dialogs';
import { dealOfLead } from './standing_conversion';
import { undoConversion } from './undo_conversion';

// How an open lead ends.
function Endings({ lead }: { lead: Deal }) {
  const { t } = useTranslation();
  const [asked, ask] = useState<'convert' | 'refuse'>();
  const close = () => ask(undefined);
  return (
    <div className={blocks.buttons}>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconArrowRight size={15} aria-hidden="true" />}
        onClick={() => ask('convert')}
      >
        {t('leads.convert')}
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconBan size={15} aria-hidden="true" />}
        onClick={() => ask('refuse')}
      >
        {t('leads.refuse')}
      </Button>
      {asked === 'convert' && <convertDialog.Component lead={lead} close={close} />}
      {asked === 'refuse' && <refuseDialog.Component lead={lead} close={close} />}
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
  return <Section title={t('leads.title')}>{isWon ? <Converted lead={deal} /> : <Endings lead={deal} />}</Section>;
}

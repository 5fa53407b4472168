import { Button, Skeleton, UnstyledButton } from '@mantine/core';
import { IconArrowBackUp, IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useFailure } from '../api/use_failure';
import { Failure } from '../components/Failure';
import { Section } from '../components/Section';
import { Deal_State, type Deal } from '../gen/voronka/crm/v1/deal_pb';
import { useTranslation } from '../i18n/translation';
import { isClosed, mayChangeDeal } from '../people/rights';
import { usePipeline } from '../pipelines/pipelines';
import { isForLeads } from '../pipelines/purposes';
import { useDeal, useTimeline } from './deal_query';
import { DealLink } from './DealLink';
import { DealStage } from './DealStage';
import styles from './LinkedDeals.module.css';
import { TimelineRow } from './TimelineRow';
import { undoConversion } from './undo_conversion';

function Entries({ deal }: { deal: Deal }) {
  const timeline = useTimeline(deal.id);
  const failure = useFailure(timeline);
  if (failure) return <Failure {...failure} />;
  if (!timeline.data) return <Skeleton height={80} radius={10} mt={6} />;
  return (
    <ol className={styles.entries}>
      {timeline.data.map((entry) => (
        <TimelineRow key={String(entry.id)} entry={entry} dealPipeline={deal.pipeline} />
      ))}
    </ol>
  );
}

// The timeline of the other deal, for whoever wants to know what was agreed on.
function FoldedTimeline({ deal, isLead }: { deal: Deal; isLead: boolean }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const title = t(isLead ? 'leads.sourceTimeline' : 'linked.sourceTimeline');
  const FoldIcon = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <>
      <UnstyledButton className={styles.fold} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <FoldIcon size={15} aria-hidden="true" /> <span>{title}</span>
      </UnstyledButton>
      {isOpen && <Entries deal={deal} />}
    </>
  );
}

// The way back for whoever has converted too early. What stands in it is said.
function BackToLead({ lead }: { lead: Deal }) {
  const { t } = useTranslation();
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      leftSection={<IconArrowBackUp size={14} aria-hidden="true" />}
      onClick={() => void undoConversion(lead.id)}
    >
      {t('leads.undo')}
    </Button>
  );
}

function Source({ deal }: { deal: Deal }) {
  const { t } = useTranslation();
  const source = useDeal(deal.sourceDealId).card?.deal;
  const pipeline = usePipeline(source?.pipeline ?? '');
  const isLead = pipeline !== undefined && isForLeads(pipeline);
  const mayGoBack = isLead && source?.state === Deal_State.WON && !isClosed(deal) && mayChangeDeal(source);
  return (
    <Section title={t(isLead ? 'leads.source' : 'linked.source')}>
      <DealLink id={deal.sourceDealId} name={source?.name} />
      {source && <DealStage deal={source} />}
      {source && <FoldedTimeline deal={source} isLead={isLead} />}
      {mayGoBack && <BackToLead lead={source} />}
    </Section>
  );
}

// The deal that this one is about: of a claim, the sale; of a deal that was a lead, the lead.
export function SourceDeal({ deal }: { deal: Deal }) {
  return deal.sourceDealId ? <Source deal={deal} /> : null;
}

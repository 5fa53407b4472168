import { CloseButton, Drawer } from '@mantine/core';
import { Code } from '@connectrpc/connect';
import { useRef, type ReactNode } from 'react';
import { refusalOf } from '../api/refusal';
import { useFailure } from '../api/use_failure';
import { ChecklistBlock } from '../checklists/ChecklistBlock';
import { deferred } from '../components/deferred';
import { Empty } from '../components/Empty';
import { useEscape } from '../components/escape';
import { Failure } from '../components/Failure';
import { useFocusReturn } from '../components/focus';
import { Waiting } from '../components/Waiting';
import { EditsOf } from '../fields/edits';
import { FilesBlock } from '../files/FilesBlock';
import type { DealCard } from '../gen/voronka/crm/v1/board_pb';
import { Entity } from '../gen/voronka/crm/v1/field_set_pb';
import { dealName } from '../i18n/deal_name';
import { useTranslation } from '../i18n/translation';
import { OfferStrip } from '../offers/OfferStrip';
import { ConnectionBanner } from '../outbox/ConnectionBanner';
import { useWaitingMove } from '../outbox/waiting';
import { WaitingMark } from '../outbox/WaitingMark';
import { useName } from '../people/people';
import { isClosed, isClosedFor, mayChangeDeal } from '../people/rights';
import { dealWords } from '../pipelines/deal_words';
import { usePipeline } from '../pipelines/pipelines';
import { QuestionnaireBlock } from '../questionnaires/QuestionnaireBlock';
import { RemarkButton } from '../remarks/RemarkButton';
import { isUnsorted } from '../unsorted/incoming';
import { ClosedNote } from './ClosedNote';
import { CompanyBlock } from './CompanyBlock';
import { ContactBlock } from './ContactBlock';
import { useDeal } from './deal_query';
import { DealApprovals } from './DealApprovals';
import styles from './DealDrawer.module.css';
import { DealFields, OtherDealFields } from './DealFields';
import { DealHeader } from './DealHeader';
import { DealTasks } from './DealTasks';
import { LeadBlock } from './LeadBlock';
import { LinkedDeals } from './LinkedDeals';
import { OtherContacts } from './OtherContacts';
import { SourceDeal } from './SourceDeal';
import { StageGuide } from './StageGuide';
import { StageLine } from './StageLine';
import { Timeline } from './Timeline';

const unsortedStrip = deferred(async () => (await import('../unsorted/UnsortedStrip')).UnsortedStrip);

// The deal covers what the screen under it says about the connection.
function Connection() {
  return (
    <div className={styles.connection}>
      <ConnectionBanner brief />
    </div>
  );
}

function DealBody({ card, close }: { card: DealCard; close: () => void }) {
  const { t } = useTranslation();
  const responsible = useName(card.deal?.responsibleUserId ?? 0n);
  const waiting = useWaitingMove(card.deal?.id ?? 0n);
  const pipeline = usePipeline(card.deal?.pipeline ?? '');
  const { deal } = card;
  if (!deal) return null;
  const mayChange = mayChangeDeal(deal);
  const waits = pipeline !== undefined && isUnsorted(deal, [pipeline]);
  return (
    <div className={styles.body}>
      <Connection />
      <DealHeader deal={deal} close={close} />
      {/* Disables the stages, too. */}
      <fieldset className={styles.stages} disabled={!mayChange || isClosedFor(deal, pipeline)}>
        <StageLine deal={deal} />
      </fieldset>
      {waiting !== undefined && (
        <div className={styles.unsent} role="note">
          <WaitingMark takeBy={waiting} />
        </div>
      )}
      {waits && <unsortedStrip.Component deal={deal} />}
      {!mayChange && !waits && (
        <p className={styles.readOnly} role="note">
          {responsible ? t('deal.readOnly', { name: responsible }) : t('deal.readOnlyNobody')}
        </p>
      )}
      {(mayChange || deal.attachment) && isClosed(deal) && <ClosedNote deal={deal} />}
      <div className={styles.columns}>
        <div className={styles.side}>
          <SourceDeal deal={deal} />
          <LeadBlock deal={deal} />
          <StageGuide deal={deal} />
          <ChecklistBlock deal={deal} />
          <QuestionnaireBlock deal={deal} />
          <DealApprovals deal={deal} />
          {deal.offerDeadline && <OfferStrip deal={deal} responsible={responsible} />}
          <EditsOf name={`fields-deal-${deal.id}`}>
            <DealFields deal={deal} responsible={responsible} />
            <ContactBlock key={`contact-${deal.contactId}`} deal={deal} />
            <OtherContacts deal={deal} />
            <CompanyBlock key={`company-${deal.companyId}`} deal={deal} />
            <LinkedDeals deal={deal} />
            <DealTasks deal={deal} />
            <FilesBlock entity={Entity.DEAL} entityId={deal.id} />
            <OtherDealFields deal={deal} />
          </EditsOf>
          <RemarkButton deal={deal} />
        </div>
        <Timeline deal={deal} />
      </div>
    </div>
  );
}

// In place of a deal that is not there to be shown, or not yet.
function NoDeal({ close, children }: { close: () => void; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
      <Connection />
      <div className={styles.closeLine}>
        <CloseButton size="lg" aria-label={t('actions.close')} onClick={close} />
      </div>
      {children}
    </>
  );
}

export function DealDrawer({ dealId, close }: { dealId: bigint; close: () => void }) {
  const { t } = useTranslation();
  const { card, query } = useDeal(dealId);
  const { label } = dealWords(usePipeline(card?.deal?.pipeline ?? ''));
  const inside = useRef<HTMLDivElement>(null);
  useEscape(close);
  useFocusReturn(inside);
  const failure = useFailure(query);
  const isMissing = query.error && refusalOf(query.error).code === Code.NotFound;
  return (
    <Drawer.Root
      opened
      onClose={close}
      position="right"
      size={1060}
      padding={0}
      transitionProps={{ duration: 140 }}
      closeOnEscape={false}
      returnFocus={false}
    >
      <Drawer.Overlay backgroundOpacity={0.25} />
      <Drawer.Content aria-label={dealName(dealId, card?.deal?.name, label)} aria-labelledby={undefined}>
        <Drawer.Body ref={inside} className={styles.content} tabIndex={-1} data-autofocus>
          {card ? (
            <DealBody card={card} close={close} />
          ) : (
            <NoDeal close={close}>
              {isMissing ? (
                <Empty title={t('deal.missing')} />
              ) : failure ? (
                <Failure {...failure} />
              ) : (
                <Waiting text={t('deal.loading')} />
              )}
            </NoDeal>
          )}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

import { CloseButton, Drawer } from '@mantine/core';
import { Code } from '@connectrpc/connect';
import { useRef, type ReactNode } from 'react';
import { refusalOf } from '../api/refusal';
import { Empty } from '../components/Empty';
import { useEscape } from '../components/escape';
import { Failure } from '../components/Failure';
import { useFocusReturn } from '../components/focus';
import { Waiting } from '../components/Waiting';
import type { DealCard } from '../gen/voronka/crm/v1/board_pb';
import { dealName } from '../i18n/deal_name';
import { useTranslation } from '../i18n/translation';
import { OfferStrip } from '../offers/OfferStrip';
import { useName } from '../people/people';
import { isClosedFor, mayChangeDeal } from '../people/rights';
import { ContactBlock } from './ContactBlock';
import { useDeal } from './deal_query';
import styles from './DealDrawer.module.css';
import { DealFields } from './DealFields';
import { DealHeader } from './DealHeader';
import { DealTasks } from './DealTasks';
import { StageLine } from './StageLine';
import { Timeline } from './Timeline';

function DealBody({ card, close }: { card: DealCard; close: () => void }) {
  const { t } = useTranslation();
  const responsible = useName(card.deal?.responsibleUserId ?? 0n);
  const { deal } = card;
  if (!deal) return null;
  const mayChange = mayChangeDeal(deal);
  return (
    <div className={styles.body}>
      <DealHeader deal={deal} close={close} />
      {/* Disables the stages, too. */}
      <fieldset className={styles.stages} disabled={!mayChange || isClosedFor(deal)}>
        <StageLine deal={deal} />
      </fieldset>
      {!mayChange && (
        <p className={styles.readOnly} role="note">
          {responsible ? t('deal.readOnly', { name: responsible }) : t('deal.readOnlyNobody')}
        </p>
      )}
      {mayChange && isClosedFor(deal) && (
        <p className={styles.readOnly} role="note">
          {t('moves.closed')}
        </p>
      )}
      <div className={styles.columns}>
        <div className={styles.side}>
          {deal.offerDeadline && <OfferStrip deal={deal} responsible={responsible} />}
          <DealFields deal={deal} responsible={responsible} />
          <ContactBlock key={String(deal.contactId)} deal={deal} />
          <DealTasks deal={deal} />
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
  const inside = useRef<HTMLDivElement>(null);
  useEscape(close);
  useFocusReturn(inside);
  const refusal = query.error && refusalOf(query.error);
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
      <Drawer.Content aria-label={dealName(dealId, card?.deal?.name)} aria-labelledby={undefined}>
        <Drawer.Body ref={inside} className={styles.content} tabIndex={-1} data-autofocus>
          {card ? (
            <DealBody card={card} close={close} />
          ) : (
            <NoDeal close={close}>
              {refusal?.code === Code.NotFound ? (
                <Empty title={t('deal.missing')} />
              ) : refusal ? (
                <Failure text={refusal.message} retry={() => void query.refetch()} />
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

import { Drawer } from '@mantine/core';
import { Code } from '@connectrpc/connect';
import { useEffect, useState } from 'react';
import { refusalOf } from '../api/refusal';
import { Empty } from '../components/Empty';
import { Failure } from '../components/Failure';
import { Waiting } from '../components/Waiting';
import type { DealCard } from '../gen/voronka/crm/v1/board_pb';
import { dealName } from '../i18n/deal_name';
import { useTranslation } from '../i18n/translation';
import { OfferStrip } from '../offers/OfferStrip';
import { useName } from '../people/people';
import { ContactBlock } from './ContactBlock';
import { useDeal } from './deal_query';
import styles from './DealDrawer.module.css';
import { DealFields } from './DealFields';
import { DealHeader } from './DealHeader';
import { DealTasks } from './DealTasks';
import { StageLine } from './StageLine';
import { Timeline } from './Timeline';

function DealBody({ card, close }: { card: DealCard; close: () => void }) {
  const responsible = useName(card.deal?.responsibleUserId ?? 0n);
  const { deal } = card;
  if (!deal) return null;
  return (
    <div className={styles.body}>
      <DealHeader deal={deal} close={close} />
      <StageLine deal={deal} />
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

// When the deal is closed, the focus returns to where it was before.
function useFocusReturn(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(() => {
    return () => {
      if (opener instanceof HTMLElement) requestAnimationFrame(() => opener.focus());
    };
  }, [opener]);
}

export function DealDrawer({ dealId, close }: { dealId: bigint; close: () => void }) {
  const { t } = useTranslation();
  const { card, query } = useDeal(dealId);
  useFocusReturn();
  const refusal = query.error && refusalOf(query.error);
  return (
    <Drawer.Root opened onClose={close} position="right" size={1060} padding={0} transitionProps={{ duration: 140 }}>
      <Drawer.Overlay backgroundOpacity={0.25} />
      <Drawer.Content aria-label={dealName(dealId, card?.deal?.name)} aria-labelledby={undefined}>
        <Drawer.Body>
          {card ? (
            <DealBody card={card} close={close} />
          ) : refusal?.code === Code.NotFound ? (
            <Empty title={t('deal.missing')} />
          ) : refusal ? (
            <Failure text={refusal.message} retry={() => void query.refetch()} />
          ) : (
            <Waiting text={t('deal.loading')} />
          )}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

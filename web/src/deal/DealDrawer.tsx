import { Drawer } from '@mantine/core';
import { Code } from '@connectrpc/connect';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '../api/refusal';
import type { DealCard } from '../gen/voronka/crm/v1/board_pb';
import { OfferStrip } from '../offers/OfferStrip';
import { useName } from '../people/people';
import { Empty } from '../shell/Empty';
import { Failure } from '../shell/Failure';
import { Waiting } from '../shell/Waiting';
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
          <DealTasks dealId={deal.id} />
        </div>
        <Timeline deal={deal} />
      </div>
    </div>
  );
}

export function DealDrawer({ dealId, close }: { dealId: bigint; close: () => void }) {
  const { t } = useTranslation();
  const { card, query } = useDeal(dealId);
  const refusal = query.error && refusalOf(query.error);
  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      size={1060}
      withCloseButton={false}
      padding={0}
      transitionProps={{ duration: 140 }}
      aria-label={card?.deal?.name ?? t('deal.label', { id: dealId })}
    >
      {card ? (
        <DealBody card={card} close={close} />
      ) : refusal?.code === Code.NotFound ? (
        <Empty title={t('deal.missing')} />
      ) : refusal ? (
        <Failure text={refusal.message} retry={() => void query.refetch()} />
      ) : (
        <Waiting text={t('deal.loading')} />
      )}
    </Drawer>
  );
}

import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { memo, useEffect, useRef, useState } from 'react';
import { useCard } from '../cards/use_card';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { Stage_Kind, type Stage } from '../gen/voronka/crm/v1/pipeline_pb';
import { moneyText } from '../i18n/money';
import { useTranslation } from '../i18n/translation';
import { mayMove } from '../moves/moves';
import { openDeal } from '../navigation/deal_route';
import { isOfferTo } from '../offers/offer';
import { OfferStrip } from '../offers/OfferStrip';
import { Phone, Request } from '../offers/Request';
import { useWaitingMove } from '../outbox/waiting';
import { WaitingMark } from '../outbox/WaitingMark';
import { Avatar } from '../people/Avatar';
import { currentUserId, useName } from '../people/people';
import { nameOfDeal } from '../pipelines/name_of_deal';
import styles from './Card.module.css';
import { NextTask } from './NextTask';

interface CardProps {
  dealId: bigint;
  stage: Stage;
  tabStop: boolean;
}

function useDraggable(dealId: bigint, isFixed: boolean) {
  const element = useRef<HTMLElement>(null);
  const [dragged, setDragged] = useState(false);
  useEffect(() => {
    if (!element.current) return undefined;
    return draggable({
      element: element.current,
      canDrag: () => !isFixed,
      getInitialData: () => ({ dealId }),
      onDragStart: () => setDragged(true),
      onDrop: () => setDragged(false),
    });
  }, [dealId, isFixed]);
  return { element, dragged };
}

const isOpen = (stage: Stage) => stage.kind === Stage_Kind.OPEN || stage.kind === Stage_Kind.INCOMING;

function Head({ deal, contactName, companyName }: { deal: Deal; contactName: string; companyName: string }) {
  return (
    <>
      <div className={`${styles.line} ${styles.head}`}>
        <span className={styles.name}>{nameOfDeal(deal)}</span>
        {deal.amount && <span className={styles.amount}>{moneyText(deal.amount)}</span>}
      </div>
      {contactName && <div className={styles.contact}>{contactName}</div>}
      {companyName && <div className={styles.contact}>{companyName}</div>}
    </>
  );
}

export const Card = memo(function Card({ dealId, stage, tabStop }: CardProps) {
  const { t } = useTranslation();
  const card = useCard(dealId);
  const responsible = useName(card?.deal?.responsibleUserId ?? 0n);
  const isFixed = card?.deal !== undefined && !mayMove(card.deal);
  const waiting = useWaitingMove(dealId);
  const { element, dragged } = useDraggable(dealId, isFixed);
  if (!card?.deal) return null;
  const { deal, contactName, companyName, nextTask, awaitsApproval } = card;

  return (
    <article
      ref={element}
      className={styles.card}
      data-deal={deal.id}
      data-dragged={dragged}
      title={isFixed ? t('moves.closed') : undefined}
      data-offer={isOfferTo(deal, currentUserId())}
      tabIndex={tabStop ? 0 : -1}
      aria-label={t('board.card', { name: nameOfDeal(deal), stage: stage.name })}
      aria-describedby="board-keys"
      aria-keyshortcuts="M"
      onClick={() => openDeal(deal.id)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target === event.currentTarget) openDeal(deal.id);
      }}
    >
      <Head deal={deal} contactName={contactName} companyName={companyName} />
      {waiting !== undefined && !deal.offerDeadline && <WaitingMark takeBy={waiting} />}
      {deal.offerDeadline ? <Request card={card} /> : isOpen(stage) && <Phone card={card} />}
      <div className={styles.line}>
        {isOpen(stage) ? <NextTask task={nextTask} awaitsApproval={awaitsApproval} /> : <span />}
        {responsible ? (
          <Avatar userId={deal.responsibleUserId} name={responsible} size={22} />
        ) : (
          <span className={styles.nobody}>{t('board.nobody')}</span>
        )}
      </div>
      {deal.offerDeadline && (
        <div className={styles.offer}>
          <OfferStrip deal={deal} responsible={responsible} />
        </div>
      )}
    </article>
  );
});

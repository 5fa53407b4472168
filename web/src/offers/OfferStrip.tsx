import { Button } from '@mantine/core';
import { timestampDate } from '@bufbuild/protobuf/wkt';
import type { MouseEvent } from 'react';
import { countdownText, timeOf } from '../calendar/date_text';
import { useNow } from '../calendar/now';
import { swallowSecondTap } from '../components/second_tap';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { useTranslation } from '../i18n/translation';
import { takeDeal, takenByKey } from '../moves/moves';
import { useWaitingMove } from '../outbox/waiting';
import { currentUserId } from '../people/people';
import { declineAsked } from './decline';
import { isOfferTo } from './offer';
import styles from './OfferStrip.module.css';
import { waitingTakeText } from '../outbox/waiting_take';

const everyMs = 500;

function Buttons({ deal }: { deal: Deal }) {
  const { t } = useTranslation();
  const take = ({ nativeEvent, currentTarget }: MouseEvent) => {
    const isByKey = nativeEvent.detail === 0;
    const onCard = currentTarget.closest('[data-deal]') !== null;
    if (!isByKey) swallowSecondTap(nativeEvent);
    takeDeal(deal);
    if (isByKey && onCard) takenByKey.publish(deal.id);
  };
  return (
    <div className={styles.buttons} onClick={(event) => event.stopPropagation()}>
      <Button size="compact-sm" onClick={take}>
        {t('offer.take')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => declineAsked.set(deal)}>
        {t('offer.decline')}
      </Button>
    </div>
  );
}

// A deal on offer: to whom, until when, and how much time is left. If it is offered to the user, also the buttons to
// answer, or that their answer waits for the connection.
export function OfferStrip({ deal, responsible }: { deal: Deal; responsible: string }) {
  const { t } = useTranslation();
  const now = useNow(everyMs);
  const waits = useWaitingMove(deal.id) !== undefined;
  if (!deal.offerDeadline) return null;
  const deadline = timestampDate(deal.offerDeadline);
  const mine = isOfferTo(deal, currentUserId());
  const left = countdownText(deadline, now);
  const time = timeOf(deadline);
  // Without a connection, it may be another's already.
  const isOver = deadline <= now;
  const openText = isOver ? t('offer.over', { time }) : t('offer.mine', { time });
  const mineText = waits ? waitingTakeText(t, deadline, now) : openText;
  const text = mine ? mineText : t('offer.other', { name: responsible, time });
  return (
    <div className={styles.strip} data-mine={mine}>
      <div className={styles.line}>
        <span>{text}</span>
        <span className={styles.left} role="timer" aria-label={t('offer.left', { time: left })}>
          {left}
        </span>
      </div>
      {mine && !isOver && !waits && <Buttons deal={deal} />}
    </div>
  );
}

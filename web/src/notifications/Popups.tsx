import { timestampDate } from '@bufbuild/protobuf/wkt';
import { Button, CloseButton } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { countdownText } from '../calendar/date_text';
import { useNow } from '../calendar/now';
import { useCard } from '../cards/use_card';
import type { Notification } from '../gen/voronka/notifier/v1/notification_pb';
import { useTranslation } from '../i18n/translation';
import { openDeal } from '../navigation/deal_route';
import { waitingChanges } from '../outbox/waiting';
import { isMove } from '../outbox/storage';
import { toldLosses } from '../outbox/told_losses';
import { useObserved } from '../state/observable';
import { acknowledge, completeTask, takeTopic } from './actions';
import { isAboutOffer, isAboutTask } from './inbox';
import { openNotification } from './open';
import { hidePopup, isAnswered, popups } from './popups';
import styles from './Popups.module.css';
import { SnoozeButtons } from './SnoozeButtons';
import { useOver } from './use_over';

// More would cover the cards of the first column.
const shownAtOnce = 2;
const sightMs = 500;

function Countdown({ deadline }: { deadline: Date }) {
  const { t } = useTranslation();
  const left = countdownText(deadline, useNow(500));
  return (
    <strong className={styles.left} role="timer">
      {t('offer.left', { time: left })}
    </strong>
  );
}

// Who asks, and for what: enough to decide whether to take the deal.
function OfferDetails({ notification: { dealId, deadline } }: { notification: Notification }) {
  const card = useCard(dealId);
  return (
    <div className={styles.offer}>
      {card?.contactName && <div className={styles.client}>{card.contactName}</div>}
      {card?.requestLine && <div className={styles.request}>{card.requestLine}</div>}
      {deadline && <Countdown deadline={timestampDate(deadline)} />}
    </div>
  );
}

// Opens the deal too: the user is going to call the client.
function Take({ dealId }: { dealId: bigint }) {
  const { t } = useTranslation();
  const isKnown = useCard(dealId) !== undefined;
  const take = () => {
    takeTopic.publish(dealId);
    openDeal(dealId);
  };
  return (
    <Button size="compact-sm" onClick={take} disabled={!isKnown}>
      {t('offer.takeShort')}
    </Button>
  );
}

function Popup({ notification }: { notification: Notification }) {
  const { t } = useTranslation();
  const isOffer = isAboutOffer(notification);
  const hasOtherAnswer = isOffer || isAboutTask(notification);
  return (
    <div className={styles.popup} role="alertdialog" aria-label={notification.text}>
      <IconBell size={18} aria-hidden="true" className={styles.icon} />
      <p className={styles.text}>{notification.text}</p>
      <CloseButton size="sm" aria-label={t('actions.close')} onClick={() => hidePopup(notification.id)} />
      {isOffer && <OfferDetails notification={notification} />}
      <div className={styles.buttons}>
        {isOffer && <Take dealId={notification.dealId} />}
        {isAboutTask(notification) && (
          <Button size="compact-sm" onClick={() => completeTask(notification)}>
            {t('notifications.complete')}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant={hasOtherAnswer ? 'default' : 'filled'}
          onClick={() => openNotification(notification)}
        >
          {t('actions.open')}
        </Button>
        <SnoozeButtons notification={notification} />
        <Button size="compact-sm" variant="default" onClick={() => acknowledge(notification)}>
          {t('notifications.dismiss')}
        </Button>
      </div>
    </div>
  );
}

// The card of the deal is on the screen with its own buttons, and nothing is over it.
function isInSight({ dealId }: Notification): boolean {
  if (document.querySelector('[role=dialog]')) return false;
  const card = document.querySelector(`article[data-deal="${dealId}"]`)?.getBoundingClientRect();
  return card !== undefined && card.top >= 0 && card.bottom <= innerHeight && card.right <= innerWidth;
}

// Users who move a deal that is on offer to them take it by that.
const useTakes = (): bigint[] =>
  useObserved(waitingChanges)
    .filter(isMove)
    .filter(({ deadline }) => deadline > 0)
    .map(({ dealId }) => BigInt(dealId));

// Without the offers that are over or answered, and those whose cards are in sight.
export function Popups() {
  const asked = useObserved(popups);
  const isOver = useOver(asked);
  const takes = useTakes();
  const told = useObserved(toldLosses);
  // Cards come into sight without telling.
  useNow(sightMs);
  return (
    <div className={styles.popups} aria-live="assertive">
      {asked
        .filter((notification) => !isOver(notification))
        .filter((notification) => !isAnswered(notification, takes, told))
        .filter((notification) => !isAboutOffer(notification) || !isInSight(notification))
        .slice(-shownAtOnce)
        .map((notification) => (
          <Popup key={String(notification.id)} notification={notification} />
        ))}
    </div>
  );
}

import { timestampDate } from '@bufbuild/protobuf/wkt';
import { Link } from 'wouter';
import { countdownText, timeOf, timestampText } from '../calendar/date_text';
import { useNow } from '../calendar/now';
import { useCard } from '../cards/use_card';
import { Offer_State, type Offer } from '../gen/voronka/distribution/v1/offer_pb';
import { dealName } from '../i18n/deal_name';
import { useTranslation } from '../i18n/translation';
import { Avatar } from '../people/Avatar';
import { useName } from '../people/people';
import styles from './OfferRow.module.css';
import { Request } from './Request';

function Countdown({ deadline }: { deadline: Date }) {
  const { t } = useTranslation();
  const left = countdownText(deadline, useNow(500));
  return (
    <span className={styles.left} role="timer" aria-label={t('offer.left', { time: left })}>
      <bdi>{left}</bdi> <span className={styles.until}>{t('offers.until', { time: timeOf(deadline) })}</span>
    </span>
  );
}

export function OfferRow({ offer }: { offer: Offer }) {
  const { t } = useTranslation();
  const name = useName(offer.userId);
  const card = useCard(offer.dealId);
  const client = card?.contactName;
  const standing = offer.state === Offer_State.STANDING && offer.deadline;
  return (
    <li className={styles.row} data-deal-offer={offer.dealId}>
      <div className={styles.what}>
        {client && <div className={styles.name}>{client}</div>}
        <Link to={`/deals/${offer.dealId}`} state={{ over: true }} className={styles.deal}>
          {dealName(offer.dealId, card?.deal?.name)}
        </Link>
        {card && <Request card={card} />}
        <div className={styles.manager}>
          <Avatar userId={offer.userId} name={name} size={20} /> <bdi>{name}</bdi>
        </div>
      </div>
      {offer.attempt > 1 && <span className={styles.attempt}>{t('offers.attempt', { count: offer.attempt })}</span>}
      {standing ? (
        <Countdown deadline={timestampDate(standing)} />
      ) : (
        <span className={styles.until}>{timestampText(offer.endTime)}</span>
      )}
    </li>
  );
}

import { useEffect } from 'react';
import { loadCards } from '../cards/card_loader';
import { cardStore } from '../cards/card_store';
import { Offer_State } from '../gen/voronka/distribution/v1/offer_pb';
import { useTranslation } from '../i18n/translation';
import page from '../page/page.module.css';
import { PageHeader } from '../page/PageHeader';
import { useOffers } from './offer_query';
import { OfferRow } from './OfferRow';
import { OverduePanel } from './OverduePanel';
import { Panel } from './Panel';

interface OfferPanelProps {
  title: string;
  empty: string;
  state: Offer_State;
}

function OfferPanel({ title, empty, state }: OfferPanelProps) {
  const { data } = useOffers(state);
  useEffect(() => {
    loadCards((data ?? []).map((offer) => offer.dealId).filter((dealId) => !cardStore.card(dealId)));
  }, [data]);
  return (
    <Panel title={title} count={data?.length} empty={empty}>
      {data?.map((offer) => (
        <OfferRow key={`${offer.dealId}-${offer.attempt}`} offer={offer} />
      ))}
    </Panel>
  );
}

// For those who lead others: pending offers, overdue tasks, missed offers.
export function OffersPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('offers.title')} />
      <div className={page.scroll}>
        <div className={page.columns}>
          <div>
            <OfferPanel title={t('offers.standing')} empty={t('offers.nothingStanding')} state={Offer_State.STANDING} />
            <OfferPanel title={t('offers.missed')} empty={t('offers.nothingMissed')} state={Offer_State.MISSED} />
          </div>
          <OverduePanel />
        </div>
      </div>
    </>
  );
}

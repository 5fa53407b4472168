import { useEffect, useMemo } from 'react';
import { loadCards } from '../cards/card_loader';
import { cardStore } from '../cards/card_store';
import { Offer_State } from '../gen/voronka/distribution/v1/offer_pb';
import { useTranslation } from '../i18n/translation';
import page from '../page/page.module.css';
import { PageHeader } from '../page/PageHeader';
import { useOfferCount, useOffers } from './offer_query';
import { OfferRow } from './OfferRow';
import { OverduePanel } from './OverduePanel';
import { Panel } from './Panel';

interface OfferPanelProps {
  title: string;
  empty: string;
  state: Offer_State;
}

function OfferPanel({ title, empty, state }: OfferPanelProps) {
  const list = useOffers(state);
  const count = useOfferCount(state);
  const { data } = list;
  const found = useMemo(() => data?.pages.flatMap(({ offers }) => offers) ?? [], [data]);
  useEffect(() => {
    loadCards(found.map((offer) => offer.dealId).filter((dealId) => !cardStore.card(dealId)));
  }, [found]);
  const more = { show: () => void list.fetchNextPage(), busy: list.isFetchingNextPage };
  return (
    <Panel
      title={title}
      count={data && count}
      empty={empty}
      failure={list.failureReason}
      more={list.hasNextPage ? more : undefined}
    >
      {found.map((offer) => (
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

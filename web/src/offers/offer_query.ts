import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { offers } from '../api/later_clients';
import { ListOffersRequest_Order, Offer_State } from '../gen/voronka/distribution/v1/offer_pb';
import { streamReady } from '../live/readiness';
import { offersKey } from './offers_key';

// What stands is urgent, so the least time left comes first. What is over comes newest first.
const orderOf = (state: Offer_State) =>
  state === Offer_State.STANDING ? ListOffersRequest_Order.DEADLINE : ListOffersRequest_Order.UNSPECIFIED;

// The offers in the given state, page by page.
export function useOffers(state: Offer_State) {
  return useInfiniteQuery({
    queryKey: [...offersKey, state, 'list'],
    queryFn: async ({ pageParam }) => {
      await streamReady();
      return offers.listOffers({ state, order: orderOf(state), pageToken: pageParam });
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextPageToken || undefined,
  });
}

// How many there are on all pages. Undefined: not known yet.
export function useOfferCount(state: Offer_State): number | undefined {
  return useQuery({
    queryKey: [...offersKey, state, 'count'],
    queryFn: async () => {
      await streamReady();
      return Number((await offers.countOffers({ state })).offers);
    },
  }).data;
}

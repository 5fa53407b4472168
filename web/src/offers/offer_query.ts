import { useQuery } from '@tanstack/react-query';
import { offers } from '../api/clients';
import type { Offer_State } from '../gen/voronka/distribution/v1/offer_pb';
import { streamReady } from '../live/readiness';

export const offersKey = ['offers'];
const shown = 50;

// The newest offers in the given state.
export function useOffers(state: Offer_State) {
  return useQuery({
    queryKey: [...offersKey, state],
    queryFn: async () => {
      await streamReady();
      return (await offers.listOffers({ state, pageSize: shown })).offers;
    },
  });
}

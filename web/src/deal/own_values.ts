import { deals } from '../api/clients';
import { useRequestId } from '../api/request_id';
import { cardStore } from '../cards/card_store';
import { saveValue, type Keeper, type SaveOwn } from '../fields/save_value';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';

const keeperOf = (dealId: bigint): Keeper<Deal> => ({
  name: 'deal',
  read: () => deals.getDeal({ dealId }),
  update: ({ fields, ...request }) => deals.updateDeal({ ...request, dealId, deal: { fields } }),
  put: (deal) => void cardStore.putDeals([deal]),
});

export function useSaveOfDeal(deal: Deal): SaveOwn {
  const requestId = useRequestId();
  return (key, value) =>
    saveValue(keeperOf(deal.id), deal, { key, value, requestId: requestId([key, value?.value, deal.etag]) });
}

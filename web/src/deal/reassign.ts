import { deals } from '../api/clients';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { shelf } from '../live/shelf';

export async function reassign(deal: Deal, userId: bigint): Promise<void> {
  shelf.putDeals([await deals.reassignDeal({ requestId: crypto.randomUUID(), dealId: deal.id, userId })]);
}

import type { Deal } from '../gen/voronka/crm/v1/deal_pb';

export function isOfferTo(deal: Deal, userId: bigint): boolean {
  return deal.offerDeadline !== undefined && deal.responsibleUserId === userId;
}

import type { DealCard } from '../gen/voronka/crm/v1/board_pb';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { isOfferTo } from '../offers/offer';
import type { BoardFilter } from './board_filter';

function matches(deal: Deal, { pipeline, responsible }: BoardFilter): boolean {
  return deal.pipeline === pipeline && (responsible === undefined || deal.responsibleUserId === responsible);
}

// Offers that wait for the user's decision come first, then the newest deals.
function inOrder(userId: bigint) {
  return (a: Deal, b: Deal): number => {
    const offers = Number(isOfferTo(b, userId)) - Number(isOfferTo(a, userId));
    if (offers !== 0) return offers;
    return a.id < b.id ? 1 : -1;
  };
}

// The deals that the board shows, by stage.
export function columnsOf(cards: Iterable<DealCard>, filter: BoardFilter, userId: bigint): Map<string, Deal[]> {
  const columns = new Map<string, Deal[]>();
  for (const { deal } of cards) {
    if (!deal || !matches(deal, filter)) continue;
    const column = columns.get(deal.stage);
    if (column) column.push(deal);
    else columns.set(deal.stage, [deal]);
  }
  columns.forEach((column) => column.sort(inOrder(userId)));
  return columns;
}

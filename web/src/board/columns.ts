import { timestampMs } from '@bufbuild/protobuf/wkt';
import type { DealCard } from '../gen/voronka/crm/v1/board_pb';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { isOfferTo } from '../offers/offer';
import type { BoardFilter } from './board_filter';

// Which deals the service has found by the condition of a board. Undefined: the board has none.
export type Found = ReadonlySet<bigint> | undefined;

function matches(deal: Deal, { pipeline, responsible }: BoardFilter, found: Found): boolean {
  if (found && !found.has(deal.id)) return false;
  return deal.pipeline === pipeline && (responsible === undefined || deal.responsibleUserId === responsible);
}

// When the user's time to take the deal ends; Infinity for a deal that is not offered to them.
function takeByMs(deal: Deal, userId: bigint): number {
  return deal.offerDeadline && isOfferTo(deal, userId) ? timestampMs(deal.offerDeadline) : Infinity;
}

// Offers that wait for the user's decision come first, the least time left before the others; then the newest deals.
function inOrder(userId: bigint) {
  return (a: Deal, b: Deal): number => {
    const [first, second] = [takeByMs(a, userId), takeByMs(b, userId)];
    if (first !== second) return first < second ? -1 : 1;
    return a.id < b.id ? 1 : -1;
  };
}

// The deals that the board shows, by stage.
export function columnsOf(
  cards: Iterable<DealCard>,
  filter: BoardFilter,
  found: Found,
  userId: bigint,
): Map<string, Deal[]> {
  const columns = new Map<string, Deal[]>();
  for (const { deal } of cards) {
    if (!deal || !matches(deal, filter, found)) continue;
    const column = columns.get(deal.stage);
    if (column) column.push(deal);
    else columns.set(deal.stage, [deal]);
  }
  columns.forEach((column) => column.sort(inOrder(userId)));
  return columns;
}

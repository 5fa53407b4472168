import { boards } from '../api/clients';
import { cardStore } from '../cards/card_store';
import type { Move } from './storage';

async function lookUp(dealId: bigint): Promise<string> {
  const known = cardStore.card(dealId)?.contactName;
  if (known) return known;
  const { cards } = await boards.batchGetCards({ dealIds: [dealId] });
  cardStore.putCards(cards);
  return cards[0]?.contactName ?? '';
}

// Whoever takes an offer as it appears may do so before this tab knows its client.
export async function withClient(move: Move): Promise<Move> {
  if (move.clientName !== '') return move;
  return { ...move, clientName: await lookUp(BigInt(move.dealId)).catch(() => '') };
}

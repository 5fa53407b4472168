import { boards } from '../api/clients';
import { cardStore } from '../cards/card_store';
import type { Move } from './storage';

const knownClient = (dealId: bigint): string => cardStore.card(dealId)?.contactName ?? '';

async function learnClient(dealId: bigint): Promise<void> {
  if (knownClient(dealId)) return;
  cardStore.putCards((await boards.batchGetCards({ dealIds: [dealId] })).cards);
}

// Whoever takes an offer as it appears may do so before this tab knows its client.
export async function withClient(move: Move): Promise<Move> {
  if (move.clientName !== '') return move;
  const dealId = BigInt(move.dealId);
  await learnClient(dealId).catch(() => undefined);
  return { ...move, clientName: knownClient(dealId) };
}

import { boards } from '../api/clients';
import { batched } from './batching';
import { shelf } from './shelf';

const together = 100;
const collectMs = 25;

async function fetchCards(dealIds: bigint[]): Promise<void> {
  const { cards } = await boards.batchGetCards({ dealIds });
  shelf.putCards(cards);
}

// Asks for cards anew: what stands on one beside the deal itself, as its next task, has changed.
export const wantCards = batched<bigint>(collectMs, together, (dealIds) => {
  fetchCards(dealIds).catch(() => setTimeout(() => wantCards(dealIds), 1_000));
});

import { boards } from '../api/clients';
import { batched } from '../state/batching';
import { cardStore } from './card_store';

const batchSize = 100;
const collectMs = 25;

async function fetchCards(dealIds: bigint[]): Promise<void> {
  const { cards } = await boards.batchGetCards({ dealIds });
  cardStore.putCards(cards);
}

// Asks for cards anew: what stands on one beside the deal itself, as its next task, has changed.
export const loadCards = batched<bigint>(collectMs, batchSize, (dealIds) => {
  fetchCards(dealIds).catch(() => setTimeout(() => loadCards(dealIds), 1_000));
});

import { boards } from '../api/clients';
import { batched } from '../state/batching';
import { cardStore } from './card_store';

const batchSize = 100;
const collectMs = 25;

async function fetchCards(dealIds: bigint[]): Promise<void> {
  const { cards } = await boards.batchGetCards({ dealIds });
  cardStore.putCards(cards);
}

// Reloads cards after something that they show besides the deal has changed, like the next task.
export const loadCards = batched<bigint>(collectMs, batchSize, (dealIds) => {
  fetchCards(dealIds).catch(() => setTimeout(() => loadCards(dealIds), 1_000));
});

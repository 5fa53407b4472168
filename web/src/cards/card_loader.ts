import { boards } from '../api/clients';
import { batched } from '../state/batching';
import { Retrying } from '../state/retrying';
import { cardStore } from './card_store';

const batchSize = 100;
const collectMs = 25;
const retrying = new Retrying();

async function fetchCards(dealIds: bigint[]): Promise<void> {
  const { cards } = await boards.batchGetCards({ dealIds });
  retrying.succeeded();
  cardStore.putCards(cards);
}

async function fetchLater(dealIds: bigint[]): Promise<void> {
  await retrying.pause();
  loadCards(dealIds);
}

// Reloads cards after something that they show besides the deal has changed, like the next task.
export const loadCards = batched<bigint>(collectMs, batchSize, (dealIds) => {
  fetchCards(dealIds).catch(() => fetchLater(dealIds));
});

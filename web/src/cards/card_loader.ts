import { Code } from '@connectrpc/connect';
import { boards } from '../api/clients';
import { refusalOf } from '../api/refusal';
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

// One that is not there, or that the user does not see any more, holds the others up.
async function fetchHalves(dealIds: bigint[]): Promise<void> {
  if (dealIds.length === 1) return;
  const half = Math.ceil(dealIds.length / 2);
  await Promise.all([load(dealIds.slice(0, half)), load(dealIds.slice(half))]);
}

async function load(dealIds: bigint[]): Promise<void> {
  try {
    await fetchCards(dealIds);
  } catch (error) {
    await (refusalOf(error).code === Code.NotFound ? fetchHalves(dealIds) : fetchLater(dealIds));
  }
}

async function fetchLater(dealIds: bigint[]): Promise<void> {
  await retrying.pause();
  loadCards(dealIds);
}

// Reloads cards after something that they show besides the deal has changed, like the next task.
export const loadCards = batched<bigint>(collectMs, batchSize, (dealIds) => {
  void load(dealIds);
});

import { useCallback, useSyncExternalStore } from 'react';
import type { DealCard } from '../gen/voronka/crm/v1/board_pb';
import { cardStore } from './card_store';

export function useCard(dealId: bigint): DealCard | undefined {
  return useSyncExternalStore(
    cardStore.subscribe,
    useCallback(() => cardStore.card(dealId), [dealId]),
  );
}

export function useCardStoreVersion(): number {
  return useSyncExternalStore(cardStore.subscribe, cardStore.getVersion);
}

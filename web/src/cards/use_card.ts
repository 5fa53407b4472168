import { useCallback, useSyncExternalStore } from 'react';
import type { DealCard } from '../gen/voronka/crm/v1/board_pb';
import { shelf } from './shelf';

export function useCard(dealId: bigint): DealCard | undefined {
  return useSyncExternalStore(
    shelf.subscribe,
    useCallback(() => shelf.card(dealId), [dealId]),
  );
}

export function useShelfVersion(): number {
  return useSyncExternalStore(shelf.subscribe, shelf.getVersion);
}

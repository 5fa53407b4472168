import { navigate } from 'wouter/use-browser-location';

// A deal opens over the screen that is there, which stays as it is: Back comes to the same place of it.
export function openDeal(dealId: bigint): void {
  navigate(`/deals/${dealId}`, { state: { over: true } });
}

function isOverScreen(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'over' in state;
}

export function closeDeal(screen: string): void {
  if (isOverScreen(history.state)) history.back();
  else navigate(screen, { replace: true });
}

import { useRef } from 'react';
import { matchRoute, useLocation, useRouter } from 'wouter';
import { navigate } from 'wouter/use-browser-location';

// Opens a deal over the current screen. The screen stays as it is, so Back returns to the same place in it.
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

interface Shown {
  // The path of the screen underneath.
  screen: string;
  // The deal that is open over the screen, if any.
  dealId: bigint | undefined;
}

// What the address shows: a screen, or a deal over the previous screen.
export function useShown(): Shown {
  const { parser } = useRouter();
  const [location] = useLocation();
  const screen = useRef('/');
  const [isDeal, params] = matchRoute(parser, '/deals/:id', location);
  const number = isDeal && /^\d{1,16}$/.test(params.id) ? params.id : undefined;
  if (!isDeal) screen.current = location;
  return { screen: screen.current, dealId: number === undefined ? undefined : BigInt(number) };
}

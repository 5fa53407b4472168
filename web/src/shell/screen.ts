import { useRef } from 'react';
import { matchRoute, useLocation, useRouter } from 'wouter';

interface Shown {
  // The path of the screen that is there.
  screen: string;
  // The deal that is open over it.
  dealId: bigint | undefined;
}

// What the address shows: a screen, or a deal over the screen before.
export function useShown(): Shown {
  const { parser } = useRouter();
  const [location] = useLocation();
  const screen = useRef('/');
  const [isDeal, params] = matchRoute(parser, '/deals/:id', location);
  const number = isDeal && /^\d{1,16}$/.test(params.id) ? params.id : undefined;
  if (!isDeal) screen.current = location;
  return { screen: screen.current, dealId: number === undefined ? undefined : BigInt(number) };
}

import { DeliveryStep_Kind as Kind, type DeliveryStep } from '../gen/voronka/notifier/v1/delivery_pb';

const everyMs = 1_000;
const mostMs = 20_000;
const ends = new Set([Kind.SHOWN, Kind.REFUSED, Kind.GIVEN_UP]);

// After it, there is nothing to wait for.
export const isEnd = ({ kind }: DeliveryStep): boolean => ends.has(kind);

// What to tell of the way so far: its end, or else the latest step. A device may have shown it before the push service
// has said that it accepts it.
export function wordOf(steps: DeliveryStep[]): DeliveryStep | undefined {
  return steps.filter(isEnd).at(-1) ?? steps.at(-1);
}

interface Way {
  // What is known of it by now.
  ask: () => Promise<DeliveryStep[]>;
  tell: (step: DeliveryStep) => void;
  signal: AbortSignal;
}

const pause = () => new Promise((resolve) => setTimeout(resolve, everyMs));

// Follows a test notification on its way, for as long as somebody may look at it. Returns whether it came to an end.
export async function follow({ ask, tell, signal }: Way): Promise<boolean> {
  const isLeft = () => signal.aborted;
  const until = Date.now() + mostMs;
  while (Date.now() < until && !isLeft()) {
    // A call that fails is made again a second later.
    const step = wordOf(await ask().catch(() => []));
    if (isLeft()) return false;
    if (step) tell(step);
    if (step && isEnd(step)) return true;
    await pause();
  }
  return false;
}

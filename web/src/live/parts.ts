import { pause } from '../state/retrying';
import { downParts } from './topics';

const parts = ['crm', 'distribution', 'notifier'] as const;

// A service behind the gateway, by the gateway's name for it.
export type Part = (typeof parts)[number];

const everyMs = 10_000;
// After a look that found a part down, to find out whether it still is.
const soonMs = 3_000;
const timeoutMs = 5_000;

// The parts that do not serve, from the gateway's answer to `/readyz`. None if it is somebody else's answer.
export function partsDown(answer: unknown): Part[] {
  const { services } = (answer ?? {}) as { services?: Partial<Record<Part, unknown>> };
  return parts.filter((part) => services?.[part] === 'down');
}

// A part that is restarted is down for a moment. That is worth no word: the calls to it are repeated anyway.
export function downTwice(before: readonly Part[], now: readonly Part[]): Part[] {
  return now.filter((part) => before.includes(part));
}

// Without an answer there is no connection at all, which the streams tell.
async function ask(): Promise<Part[]> {
  if (!navigator.onLine) return [];
  try {
    const answer = await fetch('/readyz', { cache: 'no-store', signal: AbortSignal.timeout(timeoutMs) });
    return partsDown(await answer.json());
  } catch {
    return [];
  }
}

function same(one: readonly Part[], other: readonly Part[]): boolean {
  return one.join() === other.join();
}

export function setDownParts(down: readonly Part[]): void {
  if (!same(down, downParts.get())) downParts.set(down);
}

async function look(before: Part[], signal: AbortSignal): Promise<Part[]> {
  const now = await ask();
  if (!signal.aborted) setDownParts(downTwice(before, now));
  return now;
}

// Keeps `downParts` until `signal` aborts.
export async function followParts(signal: AbortSignal): Promise<void> {
  let before: Part[] = [];
  while (!signal.aborted) {
    before = await look(before, signal);
    await pause(before.length ? soonMs : everyMs, signal);
  }
}

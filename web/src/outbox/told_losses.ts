import { serverNow } from '../clock/server_clock';
import { userScoped } from '../state/observable';
import { isMove } from './storage';
import type { Answer } from './tabs';

// By deal: until when its offers have ended that the user knows to be lost, in milliseconds since 1970. Nobody needs to
// tell them again. A later offer of the same deal may be lost once more.
export const toldLosses = userScoped<ReadonlyMap<bigint, number>>(new Map());

// The deal is not on offer to the user, or no longer.
const losing = new Set(['OFFER_EXPIRED', 'NO_OFFER', 'NOT_RESPONSIBLE']);

// Whoever hears that their take was refused knows that its offer is lost, even if that would have lasted longer, and any
// that has ended since.
export function noteLoss({ change, refusal }: Answer): void {
  if (!refusal || !isMove(change) || !losing.has(refusal.reason)) return;
  const known = Math.max(change.deadline, serverNow());
  toldLosses.set(new Map(toldLosses.get()).set(BigInt(change.dealId), known));
}

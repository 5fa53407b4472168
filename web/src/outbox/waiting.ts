import { useSyncExternalStore } from 'react';
import { cardStore } from '../cards/card_store';
import { serverNow } from '../clock/server_clock';
import { alive } from '../live/topics';
import { currentLogin } from '../session/session';
import { userScoped } from '../state/observable';
import { dealsOf, expectedMove } from './expected';
import { isMove, isTake, keptOf, type KeptChange, type Move } from './storage';
import { tellChanged } from './tabs';

const usefulMs = 48 * 3_600_000;

// Changes that wait for the connection.
export const waitingChanges = userScoped<KeptChange[]>([]);

const takeOf = (dealId: bigint) => (change: KeptChange) => isTake(change) && change.dealId === String(dealId);

// Whether the user has taken the deal, and the service does not know it yet.
export const isTakeWaiting = (dealId: bigint): boolean => waitingChanges.get().some(takeOf(dealId));

// What the user's move of this deal, or their take, waits to be before: its offer's deadline, in milliseconds since
// 1970; 0: it has none. Undefined: nothing waits.
export function useWaitingMove(dealId: bigint): number | undefined {
  const find = () =>
    waitingChanges
      .get()
      .filter(isMove)
      .find((move) => move.dealId === String(dealId))?.deadline;
  return useSyncExternalStore(waitingChanges.subscribe, find);
}

export function isTooOld(change: KeptChange, now: number): boolean {
  return now - change.time > usefulMs;
}

// Users who move a deal that is on offer to them take it by that.
export function showMove(move: Move): void {
  const { pipeline, stage } = move;
  const taken = move.deadline ? { offerDeadline: undefined } : {};
  cardStore.beginOptimistic(BigInt(move.dealId), { pipeline, stage, ...taken });
}

// Shows the deal as it will be after the user's moves of it.
export function showExpected(dealId: string, changes: KeptChange[]): void {
  const last = expectedMove(changes, alive.get() && !isTakeWaiting(BigInt(dealId)));
  if (last) showMove(last);
  else cardStore.endOptimistic(BigInt(dealId));
}

// Reads what waits, and shows the deals accordingly. Returns whether anything else waits than before.
export async function readWaiting(): Promise<boolean> {
  const login = currentLogin();
  const changes = await keptOf(login);
  if (login !== currentLogin()) return false;
  const before = waitingChanges.get();
  waitingChanges.set(changes);
  const now = serverNow();
  for (const dealId of dealsOf(before, changes)) {
    const ofDeal = changes.filter((change) => change.dealId === dealId && !isTooOld(change, now));
    showExpected(dealId, ofDeal);
  }
  const names = (list: KeptChange[]) => list.map(({ requestId }) => requestId).join();
  return names(before) !== names(changes);
}

export async function tellWaiting(): Promise<void> {
  if (await readWaiting()) tellChanged();
}

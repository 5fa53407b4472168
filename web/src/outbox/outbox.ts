import { deals } from '../api/clients';
import { isUnreachable, refusalOf, type Refusal } from '../api/refusal';
import { shelf } from '../live/shelf';
import { Observable } from '../state/observable';
import { Topic } from '../state/topic';
import { currentSession } from '../session/session';
import { dropMove, keepMove, keptMoves, type Move } from './storage';

export const usefulMs = 48 * 3_600_000;

export interface RefusedMove {
  move: Move;
  refusal: Refusal;
}

// Moves that wait for the connection.
export const waitingMoves = new Observable<Move[]>([]);
export const moveRefused = new Topic<RefusedMove>();

export function isTooOld(move: Move, now: number): boolean {
  return now - move.time > usefulMs;
}

const userId = (): string => String(currentSession()?.user.id ?? '');

async function tellWaiting(): Promise<void> {
  waitingMoves.set(await keptMoves(userId()));
}

function expect(move: Move): void {
  shelf.expect(BigInt(move.dealId), { pipeline: move.pipeline, stage: move.stage });
}

// Whether it was answered. The same request_id each time: however often it is sent, it is done once.
async function send(move: Move): Promise<boolean> {
  const dealId = BigInt(move.dealId);
  try {
    const { requestId, pipeline, stage, lossReason, lossComment } = move;
    shelf.putDeals([await deals.moveDeal({ requestId, dealId, pipeline, stage, lossReason, lossComment })]);
  } catch (error) {
    if (isUnreachable(error)) return false;
    moveRefused.tell({ move, refusal: refusalOf(error) });
  }
  await dropMove(move.requestId);
  shelf.settle(dealId);
  return true;
}

// Shown at once, kept until it is answered.
export async function sendMove(move: Move): Promise<void> {
  expect(move);
  await keepMove(move);
  if (!(await send(move))) await tellWaiting();
}

// Sends what waits, in order, one tab at a time.
export async function sendWaiting(): Promise<void> {
  await navigator.locks.request('voronka-outbox', async () => {
    for (const move of await keptMoves(userId())) {
      if (isTooOld(move, Date.now())) continue;
      expect(move);
      if (!(await send(move))) break;
    }
    await tellWaiting();
  });
}

export async function forgetMove(move: Move): Promise<void> {
  await dropMove(move.requestId);
  shelf.settle(BigInt(move.dealId));
  await tellWaiting();
}

import { deals } from '../api/clients';
import { isUnreachable, refusalOf, type Refusal } from '../api/refusal';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { shelf } from '../live/shelf';
import { currentUserId } from '../people/people';
import { Observable } from '../state/observable';
import { Topic } from '../state/topic';
import { dropMove, keepMove, keptMoves, type Move } from './storage';

const usefulMs = 48 * 3_600_000;

// Moves that wait for the connection.
export const waitingMoves = new Observable<Move[]>([]);
// Of a move that had waited, so that nobody is there to show it.
export const lateRefusal = new Topic<{ move: Move; refusal: Refusal }>();

export function isTooOld(move: Move, now: number): boolean {
  return now - move.time > usefulMs;
}

async function tellWaiting(): Promise<void> {
  waitingMoves.set(await keptMoves(String(currentUserId())));
}

// Whoever moves a deal that is on offer to them takes it.
function expect(move: Move): void {
  const { pipeline, stage } = move;
  shelf.expect(BigInt(move.dealId), { pipeline, stage, ...(move.deadline ? { offerDeadline: undefined } : {}) });
}

function call(move: Move): Promise<Deal> {
  const { requestId, pipeline, stage, lossReason, lossComment } = move;
  const dealId = BigInt(move.dealId);
  if (move.act === 'take') return deals.takeOffer({ requestId, dealId });
  return deals.moveDeal({ requestId, dealId, pipeline, stage, lossReason, lossComment });
}

type Outcome = 'done' | 'unanswered' | Refusal;

// The same request_id each time: however often it is sent, it is done once.
async function send(move: Move): Promise<Outcome> {
  let outcome: Outcome = 'done';
  try {
    shelf.putDeals([await call(move)]);
  } catch (error) {
    if (isUnreachable(error)) return 'unanswered';
    outcome = refusalOf(error);
  }
  await dropMove(move.requestId);
  shelf.settle(BigInt(move.dealId));
  return outcome;
}

// Shown at once, and kept until it is answered. Gives why it was refused, if it was.
export async function sendMove(move: Move): Promise<Refusal | undefined> {
  expect(move);
  await keepMove(move);
  const outcome = await send(move);
  if (outcome === 'unanswered') await tellWaiting();
  return typeof outcome === 'string' ? undefined : outcome;
}

// Sends what waits, in order, one tab at a time.
export async function sendWaiting(): Promise<void> {
  await navigator.locks.request('voronka-outbox', async () => {
    for (const move of await keptMoves(String(currentUserId()))) {
      if (isTooOld(move, Date.now())) continue;
      expect(move);
      const outcome = await send(move);
      if (outcome === 'unanswered') break;
      if (outcome !== 'done') lateRefusal.tell({ move, refusal: outcome });
    }
    await tellWaiting();
  });
}

export async function forgetMove(move: Move): Promise<void> {
  await dropMove(move.requestId);
  shelf.settle(BigInt(move.dealId));
  await tellWaiting();
}

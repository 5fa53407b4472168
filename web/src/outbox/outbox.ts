import { Code, ConnectError } from '@connectrpc/connect';
import { dealOffers, deals } from '../api/clients';
import { isUnreachable, refusalOf, type Refusal } from '../api/refusal';
import { cardStore } from '../cards/card_store';
import { serverNow } from '../clock/server_clock';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { currentLogin } from '../session/session';
import { userScoped } from '../state/observable';
import { Topic } from '../state/topic';
import { dropDone, dropMove, keepMove, keptMoves, type Move } from './storage';

const usefulMs = 48 * 3_600_000;

// Moves that wait for the connection.
export const waitingMoves = userScoped<Move[]>([]);
// Refusals of moves that had been waiting, so that no caller is left to show them.
export const lateRefusal = new Topic<{ move: Move; refusal: Refusal }>();

export function isTooOld(move: Move, now: number): boolean {
  return now - move.time > usefulMs;
}

async function tellWaiting(): Promise<void> {
  const login = currentLogin();
  const moves = await keptMoves(login);
  if (login === currentLogin()) waitingMoves.set(moves);
}

// Users who move a deal that is on offer to them take it by that.
function showMove(move: Move): void {
  const { pipeline, stage } = move;
  const taken = move.deadline ? { offerDeadline: undefined } : {};
  cardStore.beginOptimistic(BigInt(move.dealId), { pipeline, stage, ...taken });
}

function call(move: Move): Promise<Deal> {
  const { requestId, pipeline, stage, lossReason, lossComment } = move;
  const named = { requestId, dealId: BigInt(move.dealId), epoch: BigInt(move.epoch) };
  if (move.act === 'take') return dealOffers.takeOffer(named);
  return deals.moveDeal({ ...named, pipeline, stage, lossReason, lossComment });
}

// The move itself is fine: it waits until its user logs in again.
const isLoggedOut = (error: unknown): boolean => ConnectError.from(error).code === Code.Unauthenticated;

type Outcome = 'done' | 'unanswered' | Refusal;

// Every attempt has the same request_id, so the move is carried out once, however often it is sent.
async function send(move: Move): Promise<Outcome> {
  try {
    const moved = await call(move);
    cardStore.putDeals([moved]);
    await dropDone(move, String(moved.epoch));
    return 'done';
  } catch (error) {
    if (isUnreachable(error) || isLoggedOut(error)) return 'unanswered';
    await dropMove(move.requestId);
    return refusalOf(error);
  }
}

interface Sent {
  move: Move;
  outcome: Outcome;
}

async function sendable(dealId: string): Promise<Move[]> {
  const now = serverNow();
  return (await keptMoves(currentLogin())).filter((move) => move.dealId === dealId && !isTooOld(move, now));
}

// Shows the deal as it will be after all of the user's moves.
function showExpected(dealId: string, moves: Move[]): void {
  const last = moves.at(-1);
  if (last) showMove(last);
  else cardStore.endOptimistic(BigInt(dealId));
}

// Sends a deal's kept moves one by one, from one tab at a time: each move starts from the epoch that the previous one
// produced.
async function sendKept(dealId: string): Promise<Sent[]> {
  return navigator.locks.request(`voronka-outbox-${dealId}`, async () => {
    const sent: Sent[] = [];
    let moves = await sendable(dealId);
    while (moves[0]) {
      showExpected(dealId, moves);
      const outcome = await send(moves[0]);
      sent.push({ move: moves[0], outcome });
      if (outcome === 'unanswered') return sent;
      moves = await sendable(dealId);
    }
    showExpected(dealId, moves);
    return sent;
  });
}

function tellLate(sent: Sent[]): void {
  for (const { move, outcome } of sent) {
    if (typeof outcome !== 'string') lateRefusal.publish({ move, refusal: outcome });
  }
}

const isUnanswered = (sent: Sent[]): boolean => sent.some(({ outcome }) => outcome === 'unanswered');

// Shows the move at once, and keeps it until it is answered. Returns the refusal, if any.
export async function sendMove(move: Move): Promise<Refusal | undefined> {
  showMove(move);
  await keepMove(move);
  const sent = await sendKept(move.dealId);
  if (isUnanswered(sent)) await tellWaiting();
  const isOwn = (one: Sent) => one.move.requestId === move.requestId;
  tellLate(sent.filter((one) => !isOwn(one)));
  const outcome = sent.find(isOwn)?.outcome;
  return typeof outcome === 'object' ? outcome : undefined;
}

// Sends all waiting moves, in order.
export async function sendWaiting(): Promise<void> {
  const kept = await keptMoves(currentLogin());
  for (const dealId of new Set(kept.map((move) => move.dealId))) {
    const sent = await sendKept(dealId);
    tellLate(sent);
    if (isUnanswered(sent)) break;
  }
  await tellWaiting();
}

export async function forgetMove(move: Move): Promise<void> {
  await dropMove(move.requestId);
  cardStore.endOptimistic(BigInt(move.dealId));
  await tellWaiting();
}

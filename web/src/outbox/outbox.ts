import { Code, ConnectError } from '@connectrpc/connect';
import { durationFromMs, timestampFromMs } from '@bufbuild/protobuf/wkt';
import { dealOffers, deals, tasks, timeline } from '../api/clients';
import { isUnreachable, refusalOf, type Refusal } from '../api/refusal';
import { cardStore } from '../cards/card_store';
import { serverNow } from '../clock/server_clock';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { alive } from '../live/topics';
import { returnToDraft } from '../session/draft';
import { currentLogin } from '../session/session';
import { Topic } from '../state/topic';
import { draftOf } from './new_addition';
import { drop, dropDone, isMove, isTake, keep, keptOf, type Addition, type KeptChange, type Move } from './storage';
import { listenToTabs, tellAnswered, tellMoved, type LateAnswer } from './tabs';
import { isTooOld, readWaiting, showExpected, showMove, tellWaiting, waitingChanges } from './waiting';

// In every tab: the user may look at another one than that which sent the change.
export const lateAnswer = new Topic<LateAnswer>();

function call(move: Move): Promise<Deal> {
  const { requestId, pipeline, stage, lossReason, lossComment } = move;
  const named = { requestId, dealId: BigInt(move.dealId), epoch: BigInt(move.epoch) };
  if (move.act === 'take') return dealOffers.takeOffer(named);
  return deals.moveDeal({ ...named, pipeline, stage, lossReason, lossComment });
}

// The change itself is fine: it waits until its user logs in again.
const isLoggedOut = (error: unknown): boolean => ConnectError.from(error).code === Code.Unauthenticated;

type Outcome = 'done' | 'unanswered' | Refusal;

async function add(addition: Addition): Promise<void> {
  const { requestId, text } = addition;
  const dealId = BigInt(addition.dealId);
  if (addition.act === 'note') await timeline.addNote({ requestId, dealId, text });
  else {
    const { allDay, timeZone, due, remindBefore } = addition;
    const reminders = remindBefore && { before: remindBefore.map((seconds) => durationFromMs(seconds * 1000)) };
    const task = { text, dealId, allDay, timeZone, dueTime: timestampFromMs(due), reminders };
    await tasks.createTask({ requestId, task });
  }
}

async function carryOut(change: KeptChange): Promise<void> {
  if (isMove(change)) {
    const moved = await call(change);
    cardStore.putDeals([moved]);
    tellMoved(moved);
    await dropDone(change, String(moved.epoch));
  } else {
    await add(change);
    await drop(change.requestId);
  }
}

// Every attempt has the same request_id, so the change is carried out once, however often it is sent. The text of a
// refused note or task returns to where it was typed.
async function send(change: KeptChange): Promise<Outcome> {
  try {
    await carryOut(change);
    return 'done';
  } catch (error) {
    if (isUnreachable(error) || isLoggedOut(error)) return 'unanswered';
    await drop(change.requestId);
    if (!isMove(change)) returnToDraft(draftOf(change), change.text);
    return refusalOf(error);
  }
}

interface Sent {
  change: KeptChange;
  outcome: Outcome;
}

async function sendable(dealId: string): Promise<KeptChange[]> {
  const now = serverNow();
  return (await keptOf(currentLogin())).filter((change) => change.dealId === dealId && !isTooOld(change, now));
}

// Sends a deal's kept changes one by one, from one tab at a time: each move starts from the epoch that the previous one
// produced.
async function sendKept(dealId: string): Promise<Sent[]> {
  return navigator.locks.request(`voronka-outbox-${currentLogin()}-${dealId}`, async () => {
    const sent: Sent[] = [];
    let changes = await sendable(dealId);
    while (changes[0]) {
      showExpected(dealId, changes);
      const outcome = await send(changes[0]);
      sent.push({ change: changes[0], outcome });
      if (outcome === 'unanswered') return sent;
      changes = await sendable(dealId);
    }
    showExpected(dealId, changes);
    return sent;
  });
}

// Nobody has waited for the answer to a change, or not in this tab.
function tellLate(sent: Sent[]): void {
  for (const { change, outcome } of sent) {
    if (outcome === 'unanswered') continue;
    const answer = { change, refusal: outcome === 'done' ? undefined : outcome };
    lateAnswer.publish(answer);
    tellAnswered(answer);
  }
}

const isUnanswered = (sent: Sent[]): boolean => sent.some(({ outcome }) => outcome === 'unanswered');

// Sends a change that is kept already. Returns the refusal, if any.
async function sendNow(change: KeptChange): Promise<Refusal | undefined> {
  const sent = await sendKept(change.dealId);
  if (isUnanswered(sent) || waitingChanges.get().length > 0) await tellWaiting();
  const isOwn = (one: Sent) => one.change.requestId === change.requestId;
  tellLate(sent.filter((one) => !isOwn(one)));
  const outcome = sent.find(isOwn)?.outcome;
  return typeof outcome === 'object' ? outcome : undefined;
}

// Shows the move at once, and keeps it until it is answered; a take is shown as waiting while there is no connection.
// Returns the refusal, if any.
export async function sendMove(move: Move): Promise<Refusal | undefined> {
  const isShown = !isTake(move) || alive.get();
  if (isShown) showMove(move);
  await keep(move);
  if (!isShown) await tellWaiting();
  return sendNow(move);
}

// Keeps a note or a task until it is answered; `kept` is called as soon as it cannot be lost. Returns the refusal, if
// any.
export async function sendAddition(addition: Addition, kept?: () => void): Promise<Refusal | undefined> {
  await keep(addition);
  kept?.();
  return sendNow(addition);
}

// Sends all waiting changes, in order.
export async function sendWaiting(): Promise<void> {
  const kept = await keptOf(currentLogin());
  for (const dealId of new Set(kept.map((change) => change.dealId))) {
    const sent = await sendKept(dealId);
    tellLate(sent);
    if (isUnanswered(sent)) break;
  }
  await tellWaiting();
}

export async function forgetChange(change: KeptChange): Promise<void> {
  await drop(change.requestId);
  await tellWaiting();
}

// What the user does in the browser's other tabs. Returns a function that ends it.
export function followTabs(): () => void {
  return listenToTabs({
    changed: () => void readWaiting().catch(() => undefined),
    moved: (deal) => cardStore.putDeals([deal]),
    answered: (answer) => lateAnswer.publish(answer),
  });
}

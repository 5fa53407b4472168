import { fromBinary } from '@bufbuild/protobuf';
import { Code, ConnectError } from '@connectrpc/connect';
import { durationFromMs, timestampFromMs } from '@bufbuild/protobuf/wkt';
import { activities, dealOffers, deals, tasks, timeline } from '../api/clients';
import { isUnreachable, refusalOf, type Refusal } from '../api/refusal';
import { cardStore } from '../cards/card_store';
import { serverNow } from '../clock/server_clock';
import { ActivitySchema } from '../gen/voronka/crm/v1/activity_pb';
import { MoveDealRequestSchema, type Deal } from '../gen/voronka/crm/v1/deal_pb';
import { alive } from '../live/topics';
import { returnToDraft } from '../session/draft';
import { currentLogin } from '../session/session';
import { Topic } from '../state/topic';
import { draftOf, typedIn } from './new_addition';
import { drop, dropDone, isMove, isTake, keep, keptOf, type Addition, type KeptChange, type Move } from './storage';
import { listenToTabs, tellAnswered, tellMoved, type Answer } from './tabs';
import { noteLoss } from './told_losses';
import { isTooOld, readWaiting, showExpected, showMove, tellWaiting, waitingChanges } from './waiting';

// The answers that no caller is left to show. In every tab: the user may look at another one than that which sent the
// change.
export const lateAnswer = new Topic<Answer>();

function filledIn({ filled }: Move) {
  if (!filled) return undefined;
  const request = fromBinary(MoveDealRequestSchema, filled);
  const { deal, updateMask, contact, contactUpdateMask, company, companyUpdateMask, comment } = request;
  return { deal, updateMask, contact, contactUpdateMask, company, companyUpdateMask, comment };
}

function call(move: Move): Promise<Deal> {
  const { requestId, pipeline, stage, lossReason, lossComment } = move;
  const named = { requestId, dealId: BigInt(move.dealId), epoch: BigInt(move.epoch) };
  if (move.act === 'take') return dealOffers.takeOffer(named);
  return deals.moveDeal({ ...named, pipeline, stage, lossReason, lossComment, ...filledIn(move) });
}

// The change itself is fine: it waits until its user logs in again.
const isLoggedOut = (error: unknown): boolean => ConnectError.from(error).code === Code.Unauthenticated;

async function add(addition: Addition): Promise<void> {
  const { requestId, text } = addition;
  const dealId = BigInt(addition.dealId);
  if (addition.act === 'note') {
    await timeline.addNote({ requestId, dealId, text, fileIds: (addition.fileIds ?? []).map(BigInt) });
  } else if (addition.act === 'activity') {
    await activities.createActivity({ requestId, activity: fromBinary(ActivitySchema, addition.activity) });
  } else {
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

// Every attempt has the same request_id, so the change is carried out once, however often it is sent. What was typed
// in a refused one returns to where it was typed. Undefined: nobody has answered.
async function send(change: KeptChange): Promise<Answer | undefined> {
  try {
    await carryOut(change);
    return { change };
  } catch (error) {
    if (isUnreachable(error) || isLoggedOut(error)) return undefined;
    await drop(change.requestId);
    if (!isMove(change)) returnToDraft(draftOf(change), typedIn(change));
    return { change, refusal: refusalOf(error) };
  }
}

async function sendable(dealId: string): Promise<KeptChange[]> {
  const now = serverNow();
  return (await keptOf(currentLogin())).filter((change) => change.dealId === dealId && !isTooOld(change, now));
}

// Sends a deal's kept changes one by one, from one tab at a time: each move starts from the epoch that the previous one
// produced. Each answer is told before anything else is sent or shown. Returns whether all changes are answered.
async function sendKept(dealId: string, tell: (answer: Answer) => void): Promise<boolean> {
  return navigator.locks.request(`voronka-outbox-${currentLogin()}-${dealId}`, async () => {
    let changes = await sendable(dealId);
    while (changes[0]) {
      showExpected(dealId, changes);
      const answer = await send(changes[0]);
      if (!answer) return false;
      noteLoss(answer);
      tell(answer);
      changes = await sendable(dealId);
    }
    showExpected(dealId, changes);
    return true;
  });
}

// Nobody has waited for the answer to a change, or not in this tab.
function tellLate(answer: Answer): void {
  lateAnswer.publish(answer);
  tellAnswered(answer);
}

// Sends a change that is kept already. Returns its answer, for the caller to tell. Undefined: nobody has answered yet, or
// another send got the answer; it is told late.
async function sendNow({ dealId, requestId }: KeptChange): Promise<Answer | undefined> {
  const own: Answer[] = [];
  const isAnswered = await sendKept(dealId, (answer) => {
    if (answer.change.requestId === requestId) own.push(answer);
    else tellLate(answer);
  });
  if (!isAnswered || waitingChanges.get().length > 0) await tellWaiting();
  return own[0];
}

// Shows the move at once, and keeps it until it is answered; a take is shown as waiting while there is no connection.
// Returns the answer. Undefined: it is told late.
export async function sendMove(move: Move): Promise<Answer | undefined> {
  const isShown = !isTake(move) || alive.get();
  if (isShown) showMove(move);
  await keep(move);
  if (!isShown) await tellWaiting();
  return sendNow(move);
}

// Keeps a note, a task or an activity until it is answered; `kept` is called as soon as it cannot be lost. Returns the
// refusal, if any.
export async function sendAddition(addition: Addition, kept?: () => void): Promise<Refusal | undefined> {
  await keep(addition);
  kept?.();
  return (await sendNow(addition))?.refusal;
}

// Sends all waiting changes, in order.
export async function sendWaiting(): Promise<void> {
  const kept = await keptOf(currentLogin());
  for (const dealId of new Set(kept.map((change) => change.dealId))) {
    if (!(await sendKept(dealId, tellLate))) break;
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
    answered: (answer) => {
      noteLoss(answer);
      lateAnswer.publish(answer);
    },
  });
}

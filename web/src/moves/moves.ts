import { queryClient } from '../api/query_client';
import type { Refusal } from '../api/refusal';
import { cardStore } from '../cards/card_store';
import { showToast } from '../components/toasts';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { Stage_Kind, type Pipeline, type Stage } from '../gen/voronka/crm/v1/pipeline_pb';
import { i18n } from '../i18n/i18n';
import { openDeal } from '../navigation/deal_route';
import { newStageMove, newTake } from '../outbox/new_move';
import { nameOf } from '../outbox/name_of';
import { lateAnswer, sendMove } from '../outbox/outbox';
import { isTakeWaiting } from '../outbox/waiting';
import { isMove, isTake, type KeptChange, type Move } from '../outbox/storage';
import { withClient } from '../outbox/with_client';
import { isClosedFor, mayReopen } from '../people/rights';
import { pipelinesKey } from '../pipelines/pipelines';
import { isClosing, stageOf, stageOnTake } from '../pipelines/stages';
import { userScoped } from '../state/observable';
import { Topic } from '../state/topic';
import { explainRefusal } from './explain_refusal';

// What the dialogs ask about: a move that needs a loss reason, a move that wins the deal, and a deal whose next stage is
// being chosen.
export const lossAsked = userScoped<{ deal: Deal; stage: Stage } | undefined>(undefined);
export const winAsked = userScoped<{ deal: Deal; stage: Stage } | undefined>(undefined);
export const stageAsked = userScoped<Deal | undefined>(undefined);

function pipelineOf(deal: Deal): Pipeline | undefined {
  return queryClient.getQueryData<Pipeline[]>(pipelinesKey)?.find(({ key }) => key === deal.pipeline);
}

// Who has a client that the user meant to call must not be missed.
async function tell(refusal: Refusal, move: Move, lasts = refusal.reason === 'OFFER_EXPIRED'): Promise<void> {
  showToast(await explainRefusal(refusal, move), 'bad', { lasts });
}

// Whether the move was made. One that waits for the connection is not made yet.
async function sendAndTell(move: Move): Promise<boolean> {
  const answer = await sendMove(move);
  if (answer?.refusal) await tell(answer.refusal, move);
  return answer !== undefined && !answer.refusal;
}

// Offers to undo a move that has just been made to `stage`. Undoing starts from the state that the move led to: it is
// refused if a colleague has changed the deal since.
export function offerUndo(deal: Deal, stage: Stage): void {
  const from = stageOf(pipelineOf(deal), deal.stage);
  if (!from || isClosing(from) || (isClosing(stage) && !mayReopen())) return;
  const moved = { ...(cardStore.confirmed(deal.id) ?? deal), stage: stage.key };
  const action = {
    label: i18n.t('moves.undo', { stage: from.name }),
    act: () => void sendAndTell(newStageMove(moved, from)),
  };
  showToast(i18n.t('moves.done', { stage: stage.name }), 'good', { action });
}

// Without a question.
export async function moveWithUndo(deal: Deal, stage: Stage): Promise<void> {
  if (await sendAndTell(newStageMove(deal, stage))) offerUndo(deal, stage);
}

// The single entry point for moves: by dragging, by keyboard, from the deal's card. A stage that closes the deal asks
// first, and offers a way back afterwards. `offersUndo`: so does any other; where a single click moves the deal.
export function moveDeal(deal: Deal, stage: Stage, { offersUndo = false } = {}): void {
  if (deal.stage === stage.key) return;
  if (isClosedFor(deal)) showToast(i18n.t('moves.closed'));
  else if (stage.kind === Stage_Kind.LOST) lossAsked.set({ deal, stage });
  else if (stage.kind === Stage_Kind.WON) winAsked.set({ deal, stage });
  else if (offersUndo) void moveWithUndo(deal, stage);
  else void sendAndTell(newStageMove(deal, stage));
}

// The user took the deal with this id by a key, so that its card leads on from there.
export const takenByKey = new Topic<bigint>();

async function tellTaken(take: Move, lasts = false): Promise<void> {
  const name = nameOf(await withClient(take));
  const action = { label: i18n.t('actions.open'), act: () => openDeal(BigInt(take.dealId)) };
  showToast(i18n.t('offer.taken', { name }), 'good', { action, lasts });
}

export function takeDeal(deal: Deal): void {
  if (isTakeWaiting(deal.id)) return;
  const take = newTake(deal, stageOnTake(pipelineOf(deal), deal));
  void sendAndTell(take).then((isTaken) => (isTaken ? tellTaken(take) : undefined));
}

function tellRefused(refusal: Refusal, change: KeptChange): void {
  if (isMove(change)) void tell(refusal, change, true);
  else {
    const refused = change.act === 'note' ? 'errors.noteRefused' : 'errors.taskRefused';
    showToast(i18n.t(refused, { name: nameOf(change), reason: refusal.message }));
  }
}

// Whoever has taken a client without a connection calls them once it is known that they may. That stays until they see
// it: they may be elsewhere.
export function showLateAnswers(): () => void {
  return lateAnswer.subscribe(({ change, refusal }) => {
    if (refusal) tellRefused(refusal, change);
    else if (isTake(change)) void tellTaken(change, true);
  });
}

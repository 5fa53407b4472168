import { deals } from '../api/clients';
import { queryClient } from '../api/query_client';
import type { Refusal, Violation } from '../api/refusal';
import { cardStore } from '../cards/card_store';
import { showToast } from '../components/toasts';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { Stage_Kind, type Pipeline, type Stage } from '../gen/voronka/crm/v1/pipeline_pb';
import { i18n } from '../i18n/i18n';
import { openDeal } from '../navigation/deal_route';
import { newStageMove, newTake } from '../outbox/new_move';
import { nameOf } from '../outbox/name_of';
import { lateAnswer, sendMove } from '../outbox/outbox';
import { isTakeWaiting, showExpected, showMove, waitingChanges } from '../outbox/waiting';
import { isMove, isTake, type KeptChange, type Move } from '../outbox/storage';
import { withClient } from '../outbox/with_client';
import { isClosed, isClosedFor, mayChangeDeal } from '../people/rights';
import { pipelinesKey } from '../pipelines/pipelines';
import { hasRules } from '../pipelines/rules';
import { isClosing, stageOf, stageOnTake } from '../pipelines/stages';
import { areOfRules, isMendable } from '../rules/violations';
import { currentSession } from '../session/session';
import { userScoped } from '../state/observable';
import { Topic } from '../state/topic';
import { askVerdicts } from './ask_service';
import { explainRefusal } from './explain_refusal';

// A move that is asked about before it is made: it lacks something, or closes the deal.
export interface AskedMove {
  deal: Deal;
  stage: Stage;
  violations: Violation[];
}

// What the dialogs ask about: such a move, and a deal whose next stage is being chosen.
export const moveAsked = userScoped<AskedMove | undefined>(undefined);
export const stageAsked = userScoped<Deal | undefined>(undefined);

function pipelineOf(deal: Deal): Pipeline | undefined {
  return queryClient.getQueryData<Pipeline[]>(pipelinesKey)?.find(({ key }) => key === deal.pipeline);
}

// Whether the deal is not closed for good, as far as the user is concerned.
export const mayMove = (deal: Deal): boolean => !isClosedFor(deal, pipelineOf(deal));

// Whose move the service refuses, whatever is filled in for it.
const isOfAnother = (deal: Deal): boolean => currentSession() !== undefined && !mayChangeDeal(deal);

// Asks for what the refused move lacks, of the deal as it is by now.
async function askAgain({ dealId, stage: key }: Move, { violations }: Refusal): Promise<void> {
  const deal = await deals.getDeal({ dealId: BigInt(dealId) });
  cardStore.putDeals([deal]);
  const stage = stageOf(pipelineOf(deal), key);
  if (stage) moveAsked.set({ deal, stage, violations });
}

// Who has a client that the user meant to call must not be missed.
async function tell(refusal: Refusal, move: Move, lasts = refusal.reason === 'OFFER_EXPIRED'): Promise<void> {
  const action = !isTake(move) &&
    refusal.violations.some(isMendable) && {
      label: i18n.t('moves.fill'),
      act: () => void askAgain(move, refusal).catch(() => undefined),
    };
  showToast(await explainRefusal(refusal, move), 'bad', { lasts, ...(action && { action }) });
}

// Whether the move was made. One that waits for the connection is not made yet. `ask`: what to do if the rules of the
// stages have refused it.
async function sendAndTell(move: Move, ask?: (violations: Violation[]) => void): Promise<boolean> {
  const answer = await sendMove(move);
  if (answer?.refusal) {
    if (ask && areOfRules(answer.refusal.violations)) ask(answer.refusal.violations);
    else await tell(answer.refusal, move);
  }
  return answer !== undefined && !answer.refusal;
}

// At once; asks if the service refuses it for what the stage asks for.
function send(deal: Deal, stage: Stage): Promise<boolean> {
  const ask = (violations: Violation[]) =>
    moveAsked.set({ deal: cardStore.confirmed(deal.id) ?? deal, stage, violations });
  return sendAndTell(newStageMove(deal, stage), ask);
}

// Offers to undo a move that has just been made to `stage`. Undoing starts from the state that the move led to: it is
// refused if a colleague has changed the deal since.
export function offerUndo(deal: Deal, stage: Stage): void {
  const from = stageOf(pipelineOf(deal), deal.stage);
  const moved = { ...(cardStore.confirmed(deal.id) ?? deal), stage: stage.key };
  if (!from || isClosing(from) || (isClosing(stage) && !mayMove(moved))) return;
  const action = {
    label: i18n.t('moves.undo', { stage: from.name }),
    act: () => void send(moved, from),
  };
  showToast(i18n.t('moves.done', { stage: stage.name }), 'good', { action });
}

// A closed deal never moves without a reason.
function whyMissing({ kind }: Stage): Violation {
  return { reason: 'COMMENT_REQUIRED', field: kind === Stage_Kind.LOST ? 'loss_comment' : 'comment', text: '' };
}

// What the service would refuse. Until it has answered, the deal is shown where the user wants it, unless they are asked
// in any case.
async function violationsOf(deal: Deal, stage: Stage): Promise<Violation[]> {
  const isOpen = !isClosed(deal);
  if (isOpen && !hasRules(pipelineOf(deal))) return [];
  if (isOpen && !isClosing(stage)) showMove(newStageMove(deal, stage));
  const verdicts = await askVerdicts(deal, stage.key);
  const dealId = String(deal.id);
  showExpected(
    dealId,
    waitingChanges.get().filter((change) => change.dealId === dealId),
  );
  return verdicts?.get(stage.key) ?? (isOpen ? [] : [whyMissing(stage)]);
}

interface MoveOptions {
  // Offers a way back also from a stage that does not close the deal: where a single click moves it.
  offersUndo?: boolean;
  // What the service would refuse, if that was asked just now.
  known?: Violation[];
}

async function moveOrAsk(deal: Deal, stage: Stage, { offersUndo, known }: MoveOptions): Promise<void> {
  const violations = known ?? (await violationsOf(deal, stage));
  if (violations.length || isClosing(stage)) moveAsked.set({ deal, stage, violations });
  else if ((await send(deal, stage)) && offersUndo) offerUndo(deal, stage);
}

// The single entry point for moves: by dragging, by keyboard, from the deal's card. One dialog asks for whatever the
// move lacks, and before a deal is closed.
export function moveDeal(deal: Deal, stage: Stage, options: MoveOptions = {}): void {
  if (deal.stage === stage.key) return;
  if (!mayMove(deal)) showToast(i18n.t('moves.closed'));
  else if (isClosing(stage) && isOfAnother(deal)) showToast(i18n.t('moves.ofAnother'));
  else void moveOrAsk(deal, stage, options);
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

const refusedText = {
  note: 'errors.noteRefused',
  task: 'errors.taskRefused',
  activity: 'activities.refused',
} as const;

function tellRefused(refusal: Refusal, change: KeptChange): void {
  if (isMove(change)) void tell(refusal, change, true);
  else {
    showToast(i18n.t(refusedText[change.act], { name: nameOf(change), reason: refusal.message }));
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

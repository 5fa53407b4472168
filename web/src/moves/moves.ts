import type { Refusal } from '../api/refusal';
import { showToast } from '../components/toasts';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { Stage_Kind, type Stage } from '../gen/voronka/crm/v1/pipeline_pb';
import { i18n } from '../i18n/i18n';
import { newStageMove, newTake } from '../outbox/new_move';
import { lateRefusal, sendMove } from '../outbox/outbox';
import { isMove, type KeptChange, type Move } from '../outbox/storage';
import { userScoped } from '../state/observable';
import { explainRefusal } from './explain_refusal';

// A move that still needs a loss reason, and a deal whose next stage is being chosen. The dialogs watch these.
export const lossAsked = userScoped<{ deal: Deal; stage: Stage } | undefined>(undefined);
export const stageAsked = userScoped<Deal | undefined>(undefined);

async function tell(refusal: Refusal, move: Move): Promise<void> {
  showToast(await explainRefusal(refusal, move));
}

async function sendAndTell(move: Move): Promise<void> {
  const refusal = await sendMove(move);
  if (refusal) await tell(refusal, move);
}

// The single entry point for moves: by dragging, by keyboard, from the deal's card.
export function moveDeal(deal: Deal, stage: Stage): void {
  if (deal.stage === stage.key) return;
  if (stage.kind === Stage_Kind.LOST) lossAsked.set({ deal, stage });
  else void sendAndTell(newStageMove(deal, stage));
}

export function takeDeal(deal: Deal): void {
  void sendAndTell(newTake(deal));
}

function tellLate(refusal: Refusal, change: KeptChange): void {
  if (isMove(change)) void tell(refusal, change);
  else showToast(i18n.t('errors.noteRefused', { name: change.dealName, reason: refusal.message }));
}

export function showLateRefusals(): () => void {
  return lateRefusal.subscribe(({ change, refusal }) => tellLate(refusal, change));
}

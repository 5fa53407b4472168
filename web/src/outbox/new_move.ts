import { create, toBinary, type MessageInitShape } from '@bufbuild/protobuf';
import { timestampMs } from '@bufbuild/protobuf/wkt';
import { cardStore } from '../cards/card_store';
import { serverNow } from '../clock/server_clock';
import { MoveDealRequestSchema, type Deal } from '../gen/voronka/crm/v1/deal_pb';
import type { Stage } from '../gen/voronka/crm/v1/pipeline_pb';
import { dealName } from '../i18n/deal_name';
import { currentLogin } from '../session/session';
import type { Move } from './storage';

export interface Loss {
  reason: string;
  comment: string;
}

// What a move brings along for the stage that asks for it.
export type Filled = Pick<
  MessageInitShape<typeof MoveDealRequestSchema>,
  'deal' | 'updateMask' | 'contact' | 'contactUpdateMask' | 'company' | 'companyUpdateMask' | 'comment'
>;

function newMove(act: Move['act'], deal: Deal): Move {
  return {
    requestId: crypto.randomUUID(),
    act,
    dealId: String(deal.id),
    dealName: dealName(deal.id, deal.name),
    pipeline: deal.pipeline,
    stage: deal.stage,
    stageName: '',
    clientName: deal.offerDeadline && (cardStore.card(deal.id)?.contactName ?? ''),
    lossReason: '',
    lossComment: '',
    deadline: deal.offerDeadline ? timestampMs(deal.offerDeadline) : 0,
    epoch: String(deal.epoch),
    login: currentLogin(),
    time: serverNow(),
  };
}

// `stage`: where taking the offer moves the deal to; undefined: it stays.
export function newTake(deal: Deal, stage: Stage | undefined): Move {
  const take = newMove('take', deal);
  return stage ? { ...take, stage: stage.key, stageName: stage.name } : take;
}

export function newStageMove(deal: Deal, stage: Stage, loss?: Loss, filled?: Filled): Move {
  const lost = { lossReason: loss?.reason ?? '', lossComment: loss?.comment ?? '' };
  const brought = filled && { filled: toBinary(MoveDealRequestSchema, create(MoveDealRequestSchema, filled)) };
  return { ...newMove('move', deal), stage: stage.key, stageName: stage.name, ...lost, ...brought };
}

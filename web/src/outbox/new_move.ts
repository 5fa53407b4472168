import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { currentSession } from '../session/session';
import type { Move } from './storage';

export interface Loss {
  reason: string;
  comment: string;
}

export function newMove(deal: Deal, stage: string, loss?: Loss): Move {
  return {
    requestId: crypto.randomUUID(),
    dealId: String(deal.id),
    dealName: deal.name,
    pipeline: deal.pipeline,
    stage,
    lossReason: loss?.reason ?? '',
    lossComment: loss?.comment ?? '',
    userId: String(currentSession()?.user.id ?? ''),
    time: Date.now(),
  };
}

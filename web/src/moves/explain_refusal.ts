import { deals } from '../api/clients';
import type { Refusal } from '../api/refusal';
import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';
import type { User } from '../gen/voronka/crm/v1/user_pb';
import { shelf } from '../live/shelf';
import type { Move } from '../outbox/storage';
import { peopleKey } from '../people/people';
import { pipelinesKey, stageName } from '../pipelines/pipelines';
import { queryClient } from '../state/query_client';
import { refusedText, type Meanwhile } from './refused';

async function lookedUp(move: Move): Promise<Meanwhile> {
  const deal = await deals.getDeal({ dealId: BigInt(move.dealId) });
  shelf.putDeals([deal]);
  const pipelines = queryClient.getQueryData<Pipeline[]>(pipelinesKey);
  const people = queryClient.getQueryData<Map<bigint, User>>(peopleKey);
  return {
    stageName: stageName(
      pipelines?.find(({ key }) => key === deal.pipeline),
      deal.stage,
    ),
    responsibleName: people?.get(deal.responsibleUserId)?.displayName ?? '',
  };
}

// Why a move was refused; of one that a colleague's came before, how the deal is now.
export async function explained(refusal: Refusal, move: Move): Promise<string> {
  const meanwhile = refusal.reason === 'STALE_EPOCH' ? await lookedUp(move).catch(() => undefined) : undefined;
  return refusedText(refusal, move, meanwhile);
}

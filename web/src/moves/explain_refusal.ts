import { deals } from '../api/clients';
import { queryClient } from '../api/query_client';
import type { Refusal } from '../api/refusal';
import { cardStore } from '../cards/card_store';
import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';
import type { User } from '../gen/voronka/crm/v1/user_pb';
import type { Move } from '../outbox/storage';
import { withClient } from '../outbox/with_client';
import { peopleKey } from '../people/people';
import { pipelinesKey } from '../pipelines/pipelines';
import { stageName } from '../pipelines/stages';
import { refusalText, type CurrentState } from './refusal_text';

async function lookUp(move: Move): Promise<CurrentState> {
  const deal = await deals.getDeal({ dealId: BigInt(move.dealId) });
  cardStore.putDeals([deal]);
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

// Why a move was refused. When a colleague's change came first, looks up the deal's current state.
export async function explainRefusal(refusal: Refusal, move: Move): Promise<string> {
  const current = refusal.reason === 'STALE_EPOCH' ? await lookUp(move).catch(() => undefined) : undefined;
  return refusalText(refusal, await withClient(move), current);
}

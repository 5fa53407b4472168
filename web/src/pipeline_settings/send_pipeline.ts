import type { MessageInitShape } from '@bufbuild/protobuf';
import { pipelines } from '../api/clients';
import { refusalOf } from '../api/refusal';
import type { Pipeline, PipelineSchema } from '../gen/voronka/crm/v1/pipeline_pb';

interface SentPipeline {
  requestId: string;
  pipeline: MessageInitShape<typeof PipelineSchema> & { key: string };
  etag: bigint;
  stageMoves: { from: string; to: string }[];
}

async function moveAll(pipeline: string, move: { from: string; to: string }): Promise<void> {
  let left: bigint;
  do {
    const { moved, remaining } = await pipelines.moveStageDeals({ requestId: crypto.randomUUID(), pipeline, ...move });
    left = moved ? remaining : 0n;
  } while (left > 0n);
}

// Where more deals move than go along with the pipeline, they move before it, in portions.
export async function sendPipeline(sent: SentPipeline): Promise<Pipeline> {
  try {
    return await pipelines.updatePipeline(sent);
  } catch (error) {
    if (refusalOf(error).reason !== 'TOO_MANY_DEALS') throw error;
  }
  for (const move of sent.stageMoves) await moveAll(sent.pipeline.key, move);
  return pipelines.updatePipeline(sent);
}

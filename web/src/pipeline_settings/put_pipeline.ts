import type { QueryClient } from '@tanstack/react-query';
import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';
import { amend, reread } from '../live/reread';
import { pipelinesKey } from '../pipelines/pipelines';

// The answer to one's own change, before its event arrives. The default of another pipeline may have been cleared.
export function putPipeline(client: QueryClient, changed: Pipeline): void {
  amend<Pipeline[]>(client, pipelinesKey, (known) =>
    known.some(({ key }) => key === changed.key)
      ? known.map((pipeline) => (pipeline.key === changed.key && pipeline.etag < changed.etag ? changed : pipeline))
      : [...known, changed],
  );
  reread(client, pipelinesKey);
}

import type { QueryClient } from '@tanstack/react-query';
import { DealSchema } from '../gen/voronka/crm/v1/deal_pb';
import { goneOf, resourcesOf } from '../live/changes';
import { onceRead, reread } from '../live/reread';
import { changeTopic } from '../live/topics';
import { batched } from '../state/batching';
import { boardsKey, totalsKey, totalsKeyOf } from './board_query';

const collectMs = 120;

// A board brings its totals along: those of one that is on its way may be older than the change.
function rereadTotals(client: QueryClient): void {
  onceRead(client, boardsKey, ({ queryKey }) => reread(client, totalsKeyOf(queryKey)));
  reread(client, totalsKey);
}

// The service keeps the sums: they are listed again when a deal changes.
export function syncTotals(client: QueryClient): () => void {
  const reload = batched<true>(collectMs, 1, () => rereadTotals(client));
  return changeTopic.subscribe((changes) => {
    if (resourcesOf(changes, DealSchema).length + goneOf(changes, DealSchema).length) reload([true]);
  });
}

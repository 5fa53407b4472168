import { useQuery, type QueryClient } from '@tanstack/react-query';
import { boards, deals } from '../api/clients';
import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';
import { streamReady } from '../live/readiness';
import { shelf } from '../live/shelf';
import { totalsOf, type Totals } from './totals';
import type { Wanted } from './columns';

// A board without its cards, which are on the shelf.
export interface Layout {
  pipeline: Pipeline;
  totals: Totals;
  // Where a column's next page begins; absent: all its cards are on the shelf.
  nextPages: Map<string, string>;
}

export const boardsKey = ['board'];
const keyOf = ({ pipeline, responsible }: Wanted) => [...boardsKey, pipeline, String(responsible ?? 'all')];

async function loadBoard(wanted: Wanted): Promise<Layout> {
  await streamReady();
  const { pipeline, columns } = await boards.getBoard({
    pipeline: wanted.pipeline,
    responsibleUserId: wanted.responsible,
  });
  if (!pipeline) throw new Error('a board without its pipeline');
  shelf.putCards(columns.flatMap((column) => column.cards));
  const more = columns.filter((column) => column.nextPageToken);
  return {
    pipeline,
    totals: totalsOf(columns.flatMap((column) => column.totals)),
    nextPages: new Map(more.map((column) => [column.stage, column.nextPageToken])),
  };
}

const boardQuery = (wanted: Wanted) => ({ queryKey: keyOf(wanted), queryFn: () => loadBoard(wanted) });

export function useBoard(wanted: Wanted) {
  return useQuery(boardQuery(wanted));
}

// Ahead of its being drawn.
export function askForBoard(client: QueryClient, wanted: Wanted): void {
  void client.query(boardQuery(wanted)).catch(() => undefined);
}

function change(client: QueryClient, wanted: Wanted, how: (layout: Layout) => Layout): void {
  client.setQueryData<Layout>(keyOf(wanted), (layout) => layout && how(layout));
}

export async function loadNextPage(client: QueryClient, wanted: Wanted, stage: string, pageToken: string) {
  const request = { pipeline: wanted.pipeline, stage, responsibleUserId: wanted.responsible, pageToken, pageSize: 100 };
  const page = await boards.listCards(request);
  shelf.putCards(page.cards);
  change(client, wanted, (layout) => {
    const nextPages = new Map(layout.nextPages);
    if (page.nextPageToken) nextPages.set(stage, page.nextPageToken);
    else nextPages.delete(stage);
    return { ...layout, nextPages };
  });
}

export async function reloadTotals(client: QueryClient, wanted: Wanted): Promise<void> {
  const { pipeline, responsible } = wanted;
  const { totals } = await deals.listStageTotals({ pipeline, responsibleUserId: responsible });
  change(client, wanted, (layout) => ({ ...layout, totals: totalsOf(totals) }));
}

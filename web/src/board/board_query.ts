import { useQuery, type QueryClient } from '@tanstack/react-query';
import { boards, deals } from '../api/clients';
import { cardStore } from '../cards/card_store';
import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';
import { streamReady } from '../live/readiness';
import type { BoardFilter } from './board_filter';
import { totalsOf, type Totals } from './totals';

// A board without its cards: those are in the store.
export interface Layout {
  pipeline: Pipeline;
  totals: Totals;
  // Page tokens by stage. Absent: all cards of the column are in the store.
  nextPages: Map<string, string>;
}

export const boardsKey = ['board'];
const keyOf = ({ pipeline, responsible }: BoardFilter) => [...boardsKey, pipeline, String(responsible ?? 'all')];

async function loadBoard(filter: BoardFilter): Promise<Layout> {
  await streamReady();
  const { pipeline, columns } = await boards.getBoard({
    pipeline: filter.pipeline,
    responsibleUserId: filter.responsible,
  });
  if (!pipeline) throw new Error('a board without its pipeline');
  cardStore.putCards(columns.flatMap((column) => column.cards));
  const more = columns.filter((column) => column.nextPageToken);
  return {
    pipeline,
    totals: totalsOf(columns.flatMap((column) => column.totals)),
    nextPages: new Map(more.map((column) => [column.stage, column.nextPageToken])),
  };
}

const boardQuery = (filter: BoardFilter) => ({ queryKey: keyOf(filter), queryFn: () => loadBoard(filter) });

export function useBoard(filter: BoardFilter) {
  return useQuery(boardQuery(filter));
}

// Loads a board before it is rendered.
export function askForBoard(client: QueryClient, filter: BoardFilter): void {
  void client.query(boardQuery(filter)).catch(() => undefined);
}

function change(client: QueryClient, filter: BoardFilter, how: (layout: Layout) => Layout): void {
  client.setQueryData<Layout>(keyOf(filter), (layout) => layout && how(layout));
}

export async function loadNextPage(client: QueryClient, filter: BoardFilter, stage: string, pageToken: string) {
  const request = { pipeline: filter.pipeline, stage, responsibleUserId: filter.responsible, pageToken, pageSize: 100 };
  const page = await boards.listCards(request);
  cardStore.putCards(page.cards);
  change(client, filter, (layout) => {
    const nextPages = new Map(layout.nextPages);
    if (page.nextPageToken) nextPages.set(stage, page.nextPageToken);
    else nextPages.delete(stage);
    return { ...layout, nextPages };
  });
}

export async function reloadTotals(client: QueryClient, filter: BoardFilter): Promise<void> {
  const { pipeline, responsible } = filter;
  const { totals } = await deals.listStageTotals({ pipeline, responsibleUserId: responsible });
  change(client, filter, (layout) => ({ ...layout, totals: totalsOf(totals) }));
}

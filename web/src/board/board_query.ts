import { useQuery, type QueryClient, type QueryKey } from '@tanstack/react-query';
import { boards, deals } from '../api/clients';
import { cardStore } from '../cards/card_store';
import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';
import { streamReady } from '../live/readiness';
import { amend } from '../live/reread';
import type { BoardFilter } from './board_filter';
import { totalsOf, type Totals } from './totals';

// A board without its cards, which are in the store, and without its totals, which change more often.
export interface Layout {
  pipeline: Pipeline;
  // Page tokens by stage. Absent: all cards of the column are in the store.
  nextPages: Map<string, string>;
}

export const boardsKey = ['board'];
export const totalsKey = ['totals'];
const part = ({ pipeline, responsible }: BoardFilter) => [pipeline, String(responsible ?? 'all')];
const keyOf = (filter: BoardFilter) => [...boardsKey, ...part(filter)];

// The totals of a board, by the board's own key.
export const totalsKeyOf = (boardKey: QueryKey): QueryKey => [...totalsKey, ...boardKey.slice(boardsKey.length)];

async function loadBoard(client: QueryClient, filter: BoardFilter): Promise<Layout> {
  await streamReady();
  const { pipeline, columns } = await boards.getBoard({
    pipeline: filter.pipeline,
    responsibleUserId: filter.responsible,
  });
  if (!pipeline) throw new Error('a board without its pipeline');
  cardStore.putCards(columns.flatMap((column) => column.cards));
  client.setQueryData(totalsKeyOf(keyOf(filter)), totalsOf(columns.flatMap((column) => column.totals)));
  const more = columns.filter((column) => column.nextPageToken);
  return {
    pipeline,
    nextPages: new Map(more.map((column) => [column.stage, column.nextPageToken])),
  };
}

const boardQuery = (filter: BoardFilter) => ({
  queryKey: keyOf(filter),
  queryFn: ({ client }: { client: QueryClient }) => loadBoard(client, filter),
});

export function useBoard(filter: BoardFilter) {
  return useQuery(boardQuery(filter));
}

// Loads a board before it is rendered.
export function askForBoard(client: QueryClient, filter: BoardFilter): void {
  void client.query(boardQuery(filter)).catch(() => undefined);
}

export async function loadNextPage(client: QueryClient, filter: BoardFilter, stage: string, pageToken: string) {
  const request = { pipeline: filter.pipeline, stage, responsibleUserId: filter.responsible, pageToken, pageSize: 100 };
  const page = await boards.listCards(request);
  cardStore.putCards(page.cards);
  amend<Layout>(client, keyOf(filter), (layout) => {
    const nextPages = new Map(layout.nextPages);
    if (page.nextPageToken) nextPages.set(stage, page.nextPageToken);
    else nextPages.delete(stage);
    return { ...layout, nextPages };
  });
}

async function listTotals({ pipeline, responsible }: BoardFilter): Promise<Totals> {
  return totalsOf((await deals.listStageTotals({ pipeline, responsibleUserId: responsible })).totals);
}

// They come with the board, and are listed by themselves when a deal changes.
export function useListedTotals(filter: BoardFilter): Totals | undefined {
  return useQuery({ queryKey: totalsKeyOf(keyOf(filter)), queryFn: () => listTotals(filter) }).data;
}

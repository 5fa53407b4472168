import { useQuery, type QueryClient, type QueryKey } from '@tanstack/react-query';
import { boards, deals } from '../api/clients';
import { cardStore } from '../cards/card_store';
import { filterLink } from '../filters/filter_link';
import type { DealCard } from '../gen/voronka/crm/v1/board_pb';
import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';
import { streamReady } from '../live/readiness';
import { amend } from '../live/reread';
import type { BoardFilter } from './board_filter';
import type { Found } from './columns';
import { columnTotals, totalsOf, type Totals } from './totals';

// Another object each time that the column is read from its beginning, so that the page is asked for again then.
export interface NextPage {
  token: string;
}

// A board without its cards, which are in the store, and without its totals, which change more often.
export interface Layout {
  pipeline: Pipeline;
  // By stage. Absent: all cards of the column are in the store.
  nextPages: Map<string, NextPage>;
  // Only of a board with a condition, which the service decides: what it has found, and how much there is.
  found?: Found;
  // How many pages of a column have been read after its first.
  pagesRead?: ReadonlyMap<string, number>;
  totals?: Totals;
}

export const boardsKey = ['board'];
export const filteredBoardsKey = [...boardsKey, 'filtered'];
export const totalsKey = ['totals'];

function keyOf({ pipeline, responsible, condition }: BoardFilter): QueryKey {
  const part = [pipeline, String(responsible ?? 'all')];
  return condition ? [...filteredBoardsKey, ...part, filterLink(condition)] : [...boardsKey, 'whole', ...part];
}

// The totals of a board, by the board's own key.
export const totalsKeyOf = (boardKey: QueryKey): QueryKey => [...totalsKey, ...boardKey.slice(boardsKey.length)];

const asked = ({ pipeline, responsible, condition }: BoardFilter) => ({
  pipeline,
  responsibleUserId: responsible,
  filter: condition,
});

const idsOf = (cards: DealCard[]): bigint[] => cards.flatMap(({ deal }) => (deal ? [deal.id] : []));

async function readPage(filter: BoardFilter, stage: string, { token }: NextPage) {
  const page = await boards.listCards({ ...asked(filter), stage, pageToken: token, pageSize: 100 });
  cardStore.putCards(page.cards);
  const next: NextPage | undefined = page.nextPageToken ? { token: page.nextPageToken } : undefined;
  return { ids: idsOf(page.cards), next };
}

// As far as it had been read before, so that what somebody has scrolled to stays.
async function readAsFar(filter: BoardFilter, stage: string, first: NextPage, pages: number) {
  const ids: bigint[] = [];
  let next: NextPage | undefined = first;
  for (let read = 0; next && read < pages; read++) {
    const page: Awaited<ReturnType<typeof readPage>> = await readPage(filter, stage, next);
    ids.push(...page.ids);
    next = page.next;
  }
  return { ids, next };
}

async function loadBoard(client: QueryClient, filter: BoardFilter): Promise<Layout> {
  await streamReady();
  const { pipeline, columns } = await boards.getBoard(asked(filter));
  if (!pipeline) throw new Error('a board without its pipeline');
  cardStore.putCards(columns.flatMap((column) => column.cards));
  const more = columns.filter((column) => column.nextPageToken);
  const nextPages = new Map(more.map(({ stage, nextPageToken }) => [stage, { token: nextPageToken }]));
  if (!filter.condition) {
    client.setQueryData(totalsKeyOf(keyOf(filter)), totalsOf(columns.flatMap((column) => column.totals)));
    return { pipeline, nextPages };
  }
  const pagesRead = client.getQueryData<Layout>(keyOf(filter))?.pagesRead ?? new Map<string, number>();
  const found = new Set(columns.flatMap((column) => idsOf(column.cards)));
  for (const [stage, first] of nextPages) {
    const { ids, next } = await readAsFar(filter, stage, first, pagesRead.get(stage) ?? 0);
    ids.forEach((id) => found.add(id));
    if (next) nextPages.set(stage, next);
    else nextPages.delete(stage);
  }
  return { pipeline, nextPages, pagesRead, found, totals: columnTotals(columns) };
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

export async function loadNextPage(client: QueryClient, filter: BoardFilter, stage: string, page: NextPage) {
  const { ids, next } = await readPage(filter, stage, page);
  amend<Layout>(client, keyOf(filter), (layout) => {
    const nextPages = new Map(layout.nextPages);
    if (next) nextPages.set(stage, next);
    else nextPages.delete(stage);
    if (!layout.found) return { ...layout, nextPages };
    const pagesRead = new Map(layout.pagesRead).set(stage, (layout.pagesRead?.get(stage) ?? 0) + 1);
    return { ...layout, nextPages, pagesRead, found: new Set([...layout.found, ...ids]) };
  });
}

async function listTotals({ pipeline, responsible }: BoardFilter): Promise<Totals> {
  return totalsOf((await deals.listStageTotals({ pipeline, responsibleUserId: responsible })).totals);
}

// They come with the board, and are listed by themselves when a deal changes. With a condition they only come with it.
export function useListedTotals(filter: BoardFilter): Totals | undefined {
  const queryKey = totalsKeyOf(keyOf(filter));
  return useQuery({ queryKey, queryFn: () => listTotals(filter), enabled: !filter.condition }).data;
}

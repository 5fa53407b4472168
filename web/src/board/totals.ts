import type { BoardColumn } from '../gen/voronka/crm/v1/board_pb';
import type { Deal, StageTotal } from '../gen/voronka/crm/v1/deal_pb';

// Totals of one stage: the number of deals, and the sums of their amounts by currency, in its minor units.
export interface Total {
  deals: number;
  amounts: Map<string, bigint>;
  // There may be more, also in the sums.
  isPartial?: boolean;
}

export type Totals = Map<string, Total>;

function at(totals: Totals, stage: string): Total {
  let total = totals.get(stage);
  if (!total) totals.set(stage, (total = { deals: 0, amounts: new Map() }));
  return total;
}

function add(totals: Totals, stage: string, deals: number, currency: string, minor: bigint): void {
  const total = at(totals, stage);
  total.deals += deals;
  if (currency) total.amounts.set(currency, (total.amounts.get(currency) ?? 0n) + minor);
}

// A board that is filtered says with its columns how far they were counted.
export function columnTotals(columns: Pick<BoardColumn, 'stage' | 'totals' | 'totalsArePartial'>[]): Totals {
  const totals = totalsOf(columns.flatMap((column) => column.totals));
  for (const { stage, totalsArePartial } of columns) if (totalsArePartial) at(totals, stage).isPartial = true;
  return totals;
}

export function totalsOf(rows: StageTotal[]): Totals {
  const totals: Totals = new Map();
  for (const { stage, deals, currency, amountMinor } of rows) add(totals, stage, Number(deals), currency, amountMinor);
  return totals;
}

interface Shift {
  deal: Deal;
  toStage: string;
}

// The totals as they will be once the pending moves are done.
export function shifted(totals: Totals, shifts: Shift[]): Totals {
  const result: Totals = new Map();
  totals.forEach((total, stage) => result.set(stage, { ...total, amounts: new Map(total.amounts) }));
  for (const { deal, toStage } of shifts) {
    const { currency = '', minor = 0n } = deal.amount ?? {};
    add(result, deal.stage, -1, currency, -minor);
    add(result, toStage, 1, currency, minor);
  }
  return result;
}

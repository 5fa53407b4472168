import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { BoardColumnSchema } from '../gen/voronka/crm/v1/board_pb';
import { DealSchema, StageTotalSchema } from '../gen/voronka/crm/v1/deal_pb';
import { columnTotals, shifted, totalsOf } from './totals';

const rows = [
  { stage: 'new', deals: 2n, currency: 'RUB', amountMinor: 300n },
  { stage: 'new', deals: 1n, currency: '', amountMinor: 0n },
].map((row) => create(StageTotalSchema, row));

test('a stage is counted over its currencies and its responsibles', () => {
  expect(totalsOf(rows).get('new')).toEqual({ deals: 3, amounts: new Map([['RUB', 300n]]) });
});

test('a move that is under way is counted where the deal is shown', () => {
  const totals = totalsOf(rows);
  const deal = create(DealSchema, { stage: 'new', amount: { minor: 100n, currency: 'RUB' } });
  const moved = shifted(totals, [{ deal, toStage: 'accepted' }]);
  expect(moved.get('new')).toEqual({ deals: 2, amounts: new Map([['RUB', 200n]]) });
  expect(moved.get('accepted')).toEqual({ deals: 1, amounts: new Map([['RUB', 100n]]) });
  expect(totals.get('new')?.deals).toBe(3);
});

test('a column that was not counted to its end says so, also while a move is under way and without a deal', () => {
  const columns = [
    { stage: 'new', totals: rows, totalsArePartial: true },
    { stage: 'accepted', totals: [], totalsArePartial: true },
    { stage: 'won', totals: [] },
  ].map((column) => create(BoardColumnSchema, column));
  const totals = shifted(columnTotals(columns), []);
  expect(totals.get('new')).toEqual({ deals: 3, amounts: new Map([['RUB', 300n]]), isPartial: true });
  expect(totals.get('accepted')).toEqual({ deals: 0, amounts: new Map(), isPartial: true });
  expect(totals.get('won')).toBeUndefined();
});

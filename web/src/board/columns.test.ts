import { create } from '@bufbuild/protobuf';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { expect, test } from 'vitest';
import { DealCardSchema } from '../gen/voronka/crm/v1/board_pb';
import { DealSchema } from '../gen/voronka/crm/v1/deal_pb';
import { columnsOf } from './columns';

const anna = 2n;
const card = (id: bigint, offer: { to?: bigint; until?: number } = {}) =>
  create(DealCardSchema, {
    deal: create(DealSchema, {
      id,
      pipeline: 'sales',
      stage: 'new',
      responsibleUserId: offer.to,
      offerDeadline: offer.until === undefined ? undefined : timestampFromMs(offer.until),
    }),
  });
const shown = (cards: ReturnType<typeof card>[]) =>
  columnsOf(cards, { pipeline: 'sales' }, undefined, anna)
    .get('new')
    ?.map(({ id }) => id);

test('the newest deal comes first', () => {
  expect(shown([card(1n), card(3n), card(2n)])).toEqual([3n, 2n, 1n]);
});

test('the user’s offers come before, the least time left first', () => {
  const mine = [card(4n, { to: anna, until: 9_000 }), card(3n, { to: anna, until: 5_000 })];
  expect(shown([card(6n), ...mine, card(5n, { to: 3n, until: 1_000 })])).toEqual([3n, 4n, 6n, 5n]);
});

test('a filtered board shows what was found, wherever it is now', () => {
  const columns = columnsOf([card(1n), card(2n), card(3n)], { pipeline: 'sales' }, new Set([1n, 3n]), anna);
  expect(columns.get('new')?.map(({ id }) => id)).toEqual([3n, 1n]);
  expect(columnsOf([card(1n)], { pipeline: 'claims' }, new Set([1n]), anna).size).toBe(0);
});

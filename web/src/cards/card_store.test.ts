import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { DealCardSchema } from '../gen/voronka/crm/v1/board_pb';
import { DealSchema, type Deal } from '../gen/voronka/crm/v1/deal_pb';
import { Shelf } from './shelf';

const dealAt = (etag: bigint, stage: string): Deal => create(DealSchema, { id: 1n, etag, stage, pipeline: 'sales' });
const cardAt = (etag: bigint, stage: string, contactName = '') =>
  create(DealCardSchema, { deal: dealAt(etag, stage), contactName });

test('a list that was read before a change takes nothing back', () => {
  const shelf = new Shelf();
  shelf.putDeals([dealAt(3n, 'accepted')]);
  shelf.putCards([cardAt(2n, 'new', 'Ирина')]);
  expect(shelf.card(1n)).toMatchObject({ deal: { stage: 'accepted', etag: 3n }, contactName: 'Ирина' });
});

test('a deal that no list has told of is asked for', () => {
  const shelf = new Shelf();
  expect(shelf.putDeals([dealAt(1n, 'new')])).toEqual([1n]);
  expect(shelf.putDeals([dealAt(2n, 'accepted')])).toEqual([]);
});

test('what the user expects is shown until it is settled', () => {
  const shelf = new Shelf();
  shelf.putCards([cardAt(1n, 'new')]);
  shelf.expect(1n, { stage: 'accepted' });
  expect(shelf.card(1n)?.deal?.stage).toBe('accepted');
  expect(shelf.confirmed(1n)?.stage).toBe('new');
  shelf.settle(1n);
  expect(shelf.card(1n)?.deal?.stage).toBe('new');
});

test('a change that comes meanwhile does not show through', () => {
  const shelf = new Shelf();
  shelf.putCards([cardAt(1n, 'new')]);
  shelf.expect(1n, { stage: 'accepted' });
  shelf.putDeals([dealAt(2n, 'lost')]);
  expect(shelf.card(1n)?.deal?.stage).toBe('accepted');
  shelf.settle(1n);
  expect(shelf.card(1n)?.deal?.stage).toBe('lost');
});

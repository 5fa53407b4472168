import { create } from '@bufbuild/protobuf';
import { timestampNow } from '@bufbuild/protobuf/wkt';
import { expect, test } from 'vitest';
import { DealCardSchema } from '../gen/voronka/crm/v1/board_pb';
import { DealSchema, type Deal } from '../gen/voronka/crm/v1/deal_pb';
import { CardStore } from './card_store';

const dealAt = (etag: bigint, stage: string): Deal => create(DealSchema, { id: 1n, etag, stage, pipeline: 'sales' });
const cardAt = (etag: bigint, stage: string, contactName = '') =>
  create(DealCardSchema, { deal: dealAt(etag, stage), contactName });

test('a list that was read before a change takes nothing back', () => {
  const store = new CardStore();
  store.putDeals([dealAt(3n, 'accepted')]);
  store.putCards([cardAt(2n, 'new', 'Ирина')]);
  expect(store.card(1n)).toMatchObject({ deal: { stage: 'accepted', etag: 3n }, contactName: 'Ирина' });
});

test('a deal that no list has told of is asked for', () => {
  const store = new CardStore();
  expect(store.putDeals([dealAt(1n, 'new')])).toEqual([1n]);
  expect(store.putDeals([dealAt(2n, 'accepted')])).toEqual([]);
});

test('a deal that gets another company is asked for, as its card names it', () => {
  const store = new CardStore();
  store.putCards([cardAt(1n, 'new')]);
  expect(store.putDeals([create(DealSchema, { ...dealAt(2n, 'new'), companyId: 7n })])).toEqual([1n]);
  expect(store.putDeals([create(DealSchema, { ...dealAt(3n, 'new'), companyId: 7n })])).toEqual([]);
});

test('a deal that comes on offer is asked for until it says what the client wants', () => {
  const store = new CardStore();
  const offered = (etag: bigint) => create(DealSchema, { ...dealAt(etag, 'new'), offerDeadline: timestampNow() });
  store.putCards([cardAt(1n, 'new')]);
  expect(store.putDeals([offered(2n)])).toEqual([1n]);
  store.putCards([create(DealCardSchema, { deal: offered(2n), requestLine: 'Нужен кабель' })]);
  expect(store.putDeals([offered(3n)])).toEqual([]);
});

test('the phone stays on the card of a deal that has been taken, as long as the client does', () => {
  const store = new CardStore();
  const withPhone = create(DealCardSchema, { deal: dealAt(1n, 'new'), contactPhone: '+79161234567' });
  store.putCards([withPhone]);
  store.putCards([cardAt(2n, 'accepted')]);
  expect(store.card(1n)?.contactPhone).toBe('+79161234567');
  store.putCards([create(DealCardSchema, { deal: { ...dealAt(3n, 'accepted'), contactId: 5n } })]);
  expect(store.card(1n)?.contactPhone).toBe('');
});

test('what the user expects is shown until it is settled', () => {
  const store = new CardStore();
  store.putCards([cardAt(1n, 'new')]);
  store.beginOptimistic(1n, { stage: 'accepted' });
  expect(store.card(1n)?.deal?.stage).toBe('accepted');
  expect(store.confirmed(1n)?.stage).toBe('new');
  store.endOptimistic(1n);
  expect(store.card(1n)?.deal?.stage).toBe('new');
});

test('a change that comes meanwhile does not show through', () => {
  const store = new CardStore();
  store.putCards([cardAt(1n, 'new')]);
  store.beginOptimistic(1n, { stage: 'accepted' });
  store.putDeals([dealAt(2n, 'lost')]);
  expect(store.card(1n)?.deal?.stage).toBe('accepted');
  store.endOptimistic(1n);
  expect(store.card(1n)?.deal?.stage).toBe('lost');
});

test('a deal that the user does not see any more is gone until a later version comes', () => {
  const store = new CardStore();
  store.putCards([cardAt(1n, 'new')]);
  store.dropDeals([dealAt(2n, '')]);
  expect(store.card(1n)).toBeUndefined();
  store.putDeals([dealAt(2n, 'accepted')]);
  expect(store.card(1n)).toBeUndefined();
  store.putDeals([dealAt(3n, 'accepted')]);
  expect(store.card(1n)?.deal?.stage).toBe('accepted');
});

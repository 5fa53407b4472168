import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { DealSchema, type Deal } from '../gen/voronka/crm/v1/deal_pb';
import { ResourceChange_Kind as Kind } from '../gen/voronka/crm/v1/resource_change_pb';
import { FilterSubject } from '../gen/voronka/crm/v1/saved_filter_pb';
import { goneOf, resourcesOf } from '../live/changes';
import { changeTopic } from '../live/topics';
import { RowPages } from './row_pages';
import { follow } from './rows';
import type { Subject } from './subject';

const deal = (id: number, pipeline = 'sales', etag = 1): Deal =>
  create(DealSchema, { id: BigInt(id), pipeline, etag: BigInt(etag) });

const subject: Subject<Deal> = {
  filters: FilterSubject.DEALS,
  read: () => Promise.resolve({ rows: [deal(1), deal(2)], nextPageToken: '' }),
  count: () => Promise.resolve({ count: 2n, isPartial: false, amounts: [] }),
  get: () => Promise.resolve(deal(1)),
  share: () => undefined,
  mayChange: () => true,
  changed: (changes) => resourcesOf(changes, DealSchema),
  gone: (changes) => goneOf(changes, DealSchema).map(({ id }) => id),
};

const page = { pageSize: 100, pageToken: '' };
const { signal } = new AbortController();

// The list of one pipeline, after the change of a deal.
async function listAfter(kind: Kind, resource: Deal) {
  const pages = new RowPages<Deal>(() => subject.read({ filter: undefined, orderBy: '', words: '' }, page, signal));
  pages.open();
  await new Promise((resolve) => setTimeout(resolve));
  const stop = follow(pages, subject, ({ pipeline }) => pipeline === 'sales');
  changeTopic.publish([{ kind, resource }]);
  stop();
  return pages;
}

test('a list says that it would have what is new, or lack what has left', async () => {
  expect((await listAfter(Kind.CREATED, deal(3))).hasNews).toBe(true);
  expect((await listAfter(Kind.UPDATED, deal(1, 'claims', 2))).hasNews).toBe(true);
});

test('a change of what stays, and what is new elsewhere, are no news', async () => {
  const pages = await listAfter(Kind.UPDATED, deal(1, 'sales', 2));
  expect(pages.hasNews).toBe(false);
  expect(pages.row(0)?.etag).toBe(2n);
  expect((await listAfter(Kind.CREATED, deal(3, 'claims'))).hasNews).toBe(false);
});

test('what is not seen any more is not in the list', async () => {
  const pages = await listAfter(Kind.DELETED, deal(1));
  expect(pages.row(0)?.id).toBe(2n);
  expect(pages.isWhole).toBe(true);
});

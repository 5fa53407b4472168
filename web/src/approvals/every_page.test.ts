import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { ApprovalSchema } from '../gen/voronka/crm/v1/approval_pb';
import { everyPage } from './every_page';

const waiting = (id: bigint) => create(ApprovalSchema, { id });

test('no approval is missed, however many wait', async () => {
  const pages = new Map([
    ['', { approvals: [waiting(3n), waiting(2n)], nextPageToken: 'more' }],
    ['more', { approvals: [waiting(1n)], nextPageToken: '' }],
  ]);
  const none = { approvals: [], nextPageToken: '' };
  const found = await everyPage((token) => Promise.resolve(pages.get(token) ?? none));
  expect(found.map(({ id }) => id)).toEqual([3n, 2n, 1n]);
});

import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { ApprovalSchema } from '../gen/voronka/crm/v1/approval_pb';
import { everyPage } from './every_page';

test('no approval is missed, however many wait', async () => {
  const pages = new Map([
    ['', { approvals: [create(ApprovalSchema, { id: 3n }), create(ApprovalSchema, { id: 2n })], nextPageToken: 'more' }],
    ['more', { approvals: [create(ApprovalSchema, { id: 1n })], nextPageToken: '' }],
  ]);
  const none = { approvals: [], nextPageToken: '' };
  const found = await everyPage((token) => Promise.resolve(pages.get(token) ?? none));
  expect(found.map(({ id }) => id)).toEqual([3n, 2n, 1n]);
});

import { create } from '@bufbuild/protobuf';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { expect, test } from 'vitest';
import { SessionSchema } from '../gen/voronka/crm/v1/session_pb';
import { inOrder } from './order';

const session = (id: bigint, seen: number) =>
  create(SessionSchema, { id, createTime: timestampFromMs(0), refreshTime: timestampFromMs(seen) });

test('this device comes first, then the one that was active last', () => {
  const sessions = [session(1n, 10), session(2n, 30), session(3n, 20)];
  expect(inOrder(sessions, 1n).map(({ id }) => id)).toEqual([1n, 2n, 3n]);
  expect(inOrder(sessions, 0n).map(({ id }) => id)).toEqual([2n, 3n, 1n]);
});

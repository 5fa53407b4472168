import { create } from '@bufbuild/protobuf';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { Code } from '@connectrpc/connect';
import { beforeEach, expect, test } from 'vitest';
import { Notification_Kind as Kind, NotificationSchema } from '../gen/voronka/notifier/v1/notification_pb';
import type { Move } from '../outbox/storage';
import { noteLoss, toldLosses } from '../outbox/told_losses';
import { isAnswered, showPopup } from './popups';

const minute = 60_000;
const now = Date.now();
// Of an offer of deal 7 that ends at `end`.
const about = (kind: Kind, end = now) =>
  create(NotificationSchema, { id: 1n, kind, dealId: 7n, deadline: timestampFromMs(end) });

const none = new Map<bigint, number>();

// The take of an offer that ends at `deadline` is refused now.
function refuse(reason: string, deadline: number) {
  const change = { act: 'take', dealId: '7', deadline } as Move;
  const refusal = { code: Code.FailedPrecondition, reason, metadata: {}, message: '', fields: {}, violations: [] };
  noteLoss({ change, refusal });
}
const isTold = (end: number) => isAnswered(about(Kind.OFFER_LOST, end), [], toldLosses.get());

beforeEach(() => toldLosses.set(none));

test('an offer that the user has taken does not ask again while the take waits', () => {
  expect(isAnswered(about(Kind.OFFER), [7n], none)).toBe(true);
  expect(isAnswered(about(Kind.OFFER_WARNING), [7n], none)).toBe(true);
  expect(isAnswered(about(Kind.OFFER), [8n], none)).toBe(false);
});

test('the loss of a deal is told by the answer to its take', () => {
  expect(isAnswered(about(Kind.OFFER_LOST), [], none)).toBe(false);
  expect(isAnswered(about(Kind.OFFER_LOST), [7n], none)).toBe(true);
  refuse('OFFER_EXPIRED', now - minute);
  expect(isTold(now - minute)).toBe(true);
});

test('news of an offer that come after its loss was told do not tell it again', () => {
  refuse('OFFER_EXPIRED', now - minute);
  showPopup(about(Kind.OFFER, now - minute));
  expect(isTold(now - minute)).toBe(true);
});

test('an offer that is passed on before its end is told once', () => {
  refuse('NO_OFFER', now + minute);
  expect(isTold(now + minute)).toBe(true);
});

test('every offer that has ended while the take waited is told at once', () => {
  refuse('OFFER_EXPIRED', now - 20 * minute);
  expect(isTold(now - 20 * minute)).toBe(true);
  expect(isTold(now - minute)).toBe(true);
});

test('a later offer of the deal may be lost once more, even if its news came before the answer', () => {
  showPopup(about(Kind.OFFER, now + minute));
  refuse('OFFER_EXPIRED', now - minute);
  expect(isTold(now + minute)).toBe(false);
});

test('an offer that may still be taken is not lost yet', () => {
  refuse('STALE_EPOCH', now + minute);
  expect(isTold(now + minute)).toBe(false);
});

test('whatever else is about the deal stays', () => {
  refuse('OFFER_EXPIRED', now);
  expect(isAnswered(about(Kind.CLIENT_WROTE), [7n], toldLosses.get())).toBe(false);
});

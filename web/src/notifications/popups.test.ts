import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { Notification_Kind as Kind, NotificationSchema } from '../gen/voronka/notifier/v1/notification_pb';
import { isAnswered } from './popups';

const about = (kind: Kind) => create(NotificationSchema, { id: 1n, kind, dealId: 7n });

test('an offer that the user has taken does not ask again while the take waits', () => {
  expect(isAnswered(about(Kind.OFFER), [7n], [])).toBe(true);
  expect(isAnswered(about(Kind.OFFER_WARNING), [7n], [])).toBe(true);
  expect(isAnswered(about(Kind.OFFER), [8n], [])).toBe(false);
});

test('the loss of a deal is told once', () => {
  expect(isAnswered(about(Kind.OFFER_LOST), [], [])).toBe(false);
  expect(isAnswered(about(Kind.OFFER_LOST), [7n], [])).toBe(true);
  expect(isAnswered(about(Kind.OFFER_LOST), [], [7n])).toBe(true);
});

test('whatever else is about the deal stays', () => {
  expect(isAnswered(about(Kind.CLIENT_WROTE), [7n], [7n])).toBe(false);
});

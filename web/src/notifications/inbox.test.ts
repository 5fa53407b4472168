import { create } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { expect, test } from 'vitest';
import { DealSchema } from '../gen/voronka/crm/v1/deal_pb';
import { Notification_Kind as Kind, NotificationSchema } from '../gen/voronka/notifier/v1/notification_pb';
import { isOver } from './inbox';

const anna = 2n;
const now = new Date('2026-11-22T12:00:00Z');
const deadline = timestampFromDate(new Date('2026-11-22T12:05:00Z'));
const told = (kind: Kind) => create(NotificationSchema, { kind, deadline, dealId: 7n });
const onOfferTo = (userId: bigint) =>
  create(DealSchema, { id: 7n, responsibleUserId: userId, offerDeadline: deadline });

test('an offer is over at its deadline', () => {
  expect(isOver(told(Kind.OFFER), now, anna, undefined)).toBe(false);
  expect(isOver(told(Kind.OFFER), new Date('2026-11-22T12:05:00Z'), anna, undefined)).toBe(true);
  expect(isOver(told(Kind.OFFER_WARNING), new Date('2026-11-22T12:05:00Z'), anna, undefined)).toBe(true);
});

test('an offer is over as soon as the deal is taken or goes to another', () => {
  expect(isOver(told(Kind.OFFER), now, anna, onOfferTo(anna))).toBe(false);
  expect(isOver(told(Kind.OFFER), now, anna, onOfferTo(3n))).toBe(true);
  expect(isOver(told(Kind.OFFER), now, anna, create(DealSchema, { id: 7n, responsibleUserId: anna }))).toBe(true);
});

test('a task is never over for having passed its due time', () => {
  expect(isOver(told(Kind.TASK_REMINDER), new Date('2026-11-23T12:05:00Z'), anna, undefined)).toBe(false);
});

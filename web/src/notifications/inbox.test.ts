import { create } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { expect, test } from 'vitest';
import { DealSchema } from '../gen/voronka/crm/v1/deal_pb';
import {
  Notification_Kind as Kind,
  Notification_State as State,
  NotificationSchema,
} from '../gen/voronka/notifier/v1/notification_pb';
import { isBehind, isOver, popsUp } from './inbox';
import { popups, showPopup } from './popups';

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

test('what the tab knew of the deal before the offer says nothing of it', () => {
  const at = (time: string) => timestampFromDate(new Date(`2026-11-22T12:00:${time}Z`));
  const offer = create(NotificationSchema, { kind: Kind.OFFER, dealId: 7n, deadline, dueTime: at('02.5') });
  const known = (time: string, fields = {}) => create(DealSchema, { id: 7n, updateTime: at(time), ...fields });
  expect(isBehind(offer, anna, known('01'))).toBe(true);
  expect(isBehind(offer, anna, known('01', { responsibleUserId: 3n, offerDeadline: deadline }))).toBe(true);
  expect(isBehind(offer, anna, known('02.5', { responsibleUserId: anna, offerDeadline: deadline }))).toBe(false);
  expect(isBehind(offer, anna, known('04'))).toBe(false);
});

test('a task is never over for having passed its due time', () => {
  expect(isOver(told(Kind.TASK_REMINDER), new Date('2026-11-23T12:05:00Z'), anna, undefined)).toBe(false);
});

test('what pops up is what the user wants to, whatever its kind, while it is unread', () => {
  const told = (kind: Kind, popup: boolean, state = State.UNREAD) => create(NotificationSchema, { kind, state, popup });
  for (const kind of [Kind.OFFER, Kind.TASK_OVERDUE]) {
    expect(popsUp(told(kind, true))).toBe(true);
    expect(popsUp(told(kind, false))).toBe(false);
    expect(popsUp(told(kind, true, State.SNOOZED))).toBe(false);
  }
});

test('pop-ups of one matter take the place of each other', () => {
  const about = (id: bigint, kind: Kind, fields = {}) =>
    create(NotificationSchema, { id, kind, dealId: 7n, ...fields });
  const reminder = (id: bigint, taskId: bigint) => about(id, Kind.TASK_REMINDER, { taskId });
  const shown = [about(1n, Kind.OFFER), about(2n, Kind.CLIENT_WROTE), reminder(3n, 1n), reminder(4n, 2n)];
  [...shown, about(5n, Kind.OFFER_WARNING), about(6n, Kind.CLIENT_WROTE)].forEach(showPopup);
  expect(popups.get().map(({ id }) => id)).toEqual([3n, 4n, 5n, 6n]);
});

test('an offer, an approval, a claim and a task of one deal are matters of their own', () => {
  const about = (id: bigint, kind: Kind, taskId = 0n) => create(NotificationSchema, { id, kind, dealId: 8n, taskId });
  popups.set([]);
  const shown = [
    about(1n, Kind.OFFER),
    about(2n, Kind.APPROVAL_ASKED),
    about(3n, Kind.TASK_REMINDER, 5n),
    about(4n, Kind.DEAL_LINKED),
    about(5n, Kind.DEAL_LINKED),
    about(6n, Kind.REMARK_ANSWERED),
    about(7n, Kind.APPROVAL_GIVEN),
  ];
  [...shown, about(8n, Kind.APPROVAL_PASSED_ON), about(9n, Kind.TASK_OVERDUE, 5n)].forEach(showPopup);
  expect(popups.get().map(({ id }) => id)).toEqual([1n, 4n, 5n, 6n, 7n, 8n, 9n]);
});

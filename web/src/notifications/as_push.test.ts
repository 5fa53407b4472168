import { create } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { expect, test } from 'vitest';
import { Notification_Kind as Kind, NotificationSchema } from '../gen/voronka/notifier/v1/notification_pb';
import { tagOf } from '../worker/push_message';
import { asPush } from './as_push';
import { tagIn } from './tag';

const told = (kind: Kind) => create(NotificationSchema, { id: 900n, kind, occurrence: 2, dealId: 7n, taskId: 42n });
const actions = (kind: Kind) => asPush(told(kind), 5n).buttons?.map(({ action }) => action);

test('what a page shows and what is pushed are one notification', () => {
  const pushed = asPush(told(Kind.OFFER), 5n);
  expect(tagOf(pushed)).toBe(tagOf({ notificationId: '900', occurrence: 2 }));
  expect(tagIn(told(Kind.OFFER))).toBe(tagOf(pushed));
  expect(pushed).toMatchObject({ kind: 'KIND_OFFER', dealId: '7', taskId: '42', sessionId: '5' });
});

test('the answer that matters most comes first: browsers show two', () => {
  expect(actions(Kind.OFFER_WARNING)).toEqual(['ACTION_TAKE', 'ACTION_HIDE']);
  expect(actions(Kind.TASK_OVERDUE)?.slice(0, 2)).toEqual(['ACTION_COMPLETE', 'ACTION_SNOOZE']);
  expect(actions(Kind.CLIENT_WROTE)).toEqual(['ACTION_SNOOZE', 'ACTION_HIDE']);
});

test('an offer is over at its deadline, and a task may be answered afterwards', () => {
  const deadline = timestampFromDate(new Date('2026-11-22T12:05:00Z'));
  const until = (kind: Kind) => asPush({ ...told(kind), deadline }, 5n).expireTime;
  expect(until(Kind.OFFER)).toBe('2026-11-22T12:05:00.000Z');
  expect(until(Kind.TASK_REMINDER)).toBeUndefined();
});

import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { Notification_Kind as Kind } from '../gen/voronka/notifier/v1/notification_pb';
import { KindPreferenceSchema, PreferencesSchema, QuietHoursSchema } from '../gen/voronka/notifier/v1/preference_pb';
import { edited } from './edited';

const offer = create(KindPreferenceSchema, { kind: Kind.OFFER, push: true, title: 'Новая заявка' });
const reminder = create(KindPreferenceSchema, { kind: Kind.TASK_REMINDER, push: true, title: 'Напоминание' });
const known = create(PreferencesSchema, { kinds: [offer, reminder], etag: 3n });

test('a change of one kind leaves the others, and their order', () => {
  const after = edited(known, { kind: { ...offer, push: false } });
  expect(after.kinds.map(({ kind, push }) => [kind, push])).toEqual([
    [Kind.OFFER, false],
    [Kind.TASK_REMINDER, true],
  ]);
  expect(after.etag).toBe(3n);
});

test('quiet hours change alone', () => {
  const quietHours = create(QuietHoursSchema, { enabled: true, fromMinute: 1320, untilMinute: 480 });
  expect(edited(known, { quietHours })).toMatchObject({ kinds: known.kinds, quietHours });
});

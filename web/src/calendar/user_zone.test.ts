import { expect, test } from 'vitest';
import { timeOf } from './date_text';
import { setAccountZone, unknownZone, userZone } from './user_zone';
import { isKnownZone } from './zone';

test.each(['posix/Europe/Moscow', 'posixrules', 'localtime', 'Factory', ''])('the zone "%s" blanks nothing', (zone) => {
  setAccountZone(zone);
  expect(isKnownZone(userZone())).toBe(true);
  expect(timeOf(new Date('2026-11-22T09:05:00Z'))).toMatch(/^\d\d:\d\d$/);
  expect(unknownZone()).toBe(zone || undefined);
});

test('the account’s zone counts where the user has none', () => {
  setAccountZone('Asia/Vladivostok');
  expect(userZone()).toBe('Asia/Vladivostok');
  expect(unknownZone()).toBeUndefined();
});

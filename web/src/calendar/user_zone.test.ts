import { expect, test } from 'vitest';
import { timeOf } from './date_text';
import { setAccountZone, unknownZone, userZone } from './user_zone';
import { isKnownZone } from './zone';

const oddZones = ['Europe/Atlantis', 'posix/Europe/Moscow', 'posixrules', 'localtime', 'Factory', ''];

test.each(oddZones)('the zone "%s" blanks nothing', (zone) => {
  setAccountZone(zone);
  expect(isKnownZone(userZone())).toBe(true);
  expect(timeOf(new Date('2026-11-22T09:05:00Z'))).toMatch(/^\d\d:\d\d$/);
  // Some programs know more names than browsers do; Debian’s Node.js is one.
  expect(unknownZone()).toBe(zone === '' || isKnownZone(zone) ? undefined : zone);
});

test('the account’s zone counts where the user has none', () => {
  setAccountZone('Asia/Vladivostok');
  expect(userZone()).toBe('Asia/Vladivostok');
  expect(unknownZone()).toBeUndefined();
});

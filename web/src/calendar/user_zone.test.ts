import { expect, test } from 'vitest';
import { exactText, timeOf } from './date_text';
import { readsOtherClocks, setAccountZone, unknownZone, userZone } from './user_zone';
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

test('clocks that show the same time are not another’s, whatever their zone is called', () => {
  const now = new Date('2026-11-22T09:05:07Z');
  setAccountZone('Europe/Moscow');
  expect(readsOtherClocks(now, 'Europe/Simferopol')).toBe(false);
  expect(readsOtherClocks(now, 'Asia/Vladivostok')).toBe(true);
});

test('what happened within a minute is told apart', () => {
  setAccountZone('Europe/Moscow');
  expect(exactText(new Date('2026-11-20T09:05:07Z'), new Date('2026-11-22T09:05:07Z'))).toMatch(/, 12:05:07$/);
});

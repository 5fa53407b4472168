import { create } from '@bufbuild/protobuf';
import { timestampDate, timestampFromDate, type Timestamp } from '@bufbuild/protobuf/wkt';
import { expect, test } from 'vitest';
import { CompanySchema } from '../gen/voronka/crm/v1/company_pb';
import { Contact_Channel, ContactSchema } from '../gen/voronka/crm/v1/contact_pb';
import { draftOf, reachChange } from './reach';

const zone = 'Europe/Moscow';
const until = timestampFromDate(new Date('2026-12-01T09:30:25Z'));
const ivan = create(ContactSchema, {
  timeZone: 'Asia/Omsk',
  preferredChannel: Contact_Channel.TELEGRAM,
  preferredHours: 'после 18',
  doNotDisturb: { until, reason: 'В отпуске' },
});
const opened = draftOf(ivan, zone);

test('what was not touched is not written', () => {
  expect(opened.until).toBe('2026-12-01T12:30');
  expect(reachChange(ivan, opened, zone)).toEqual({ part: {}, paths: [] });
});

test('only what was touched is written', () => {
  const change = reachChange(ivan, { ...opened, timeZone: '', hours: ' утром ' }, zone);
  expect(change).toEqual({
    part: { timeZone: '', preferredHours: 'утром' },
    paths: ['time_zone', 'preferred_hours'],
  });
});

test('another reason keeps the time to the second, another time is of the user’s zone', () => {
  const kept = reachChange(ivan, { ...opened, reason: 'Болеет' }, zone);
  expect(kept.part.doNotDisturb).toEqual({ until, reason: 'Болеет' });
  const moved = reachChange(ivan, { ...opened, until: '2026-12-02T10:00' }, zone);
  const { until: later } = moved.part.doNotDisturb as { until: Timestamp };
  expect(timestampDate(later).toISOString()).toBe('2026-12-02T07:00:00.000Z');
});

test('whoever may be disturbed again has no reason either', () => {
  const change = reachChange(ivan, { ...opened, until: '' }, zone);
  expect(change).toEqual({ part: { doNotDisturb: undefined }, paths: ['do_not_disturb'] });
});

test('of a company there is only the time zone', () => {
  const company = create(CompanySchema, { timeZone: '' });
  const draft = { ...draftOf(company, zone), timeZone: 'Asia/Omsk', hours: 'утром' };
  expect(reachChange(company, draft, zone)).toEqual({ part: { timeZone: 'Asia/Omsk' }, paths: ['time_zone'] });
});

import { create } from '@bufbuild/protobuf';
import { durationFromMs } from '@bufbuild/protobuf/wkt';
import { beforeAll, expect, test } from 'vitest';
import { RemindersSchema } from '../gen/voronka/crm/v1/task_pb';
import en from '../i18n/en';
import { i18n } from '../i18n/i18n';
import ru from '../i18n/ru';
import { choicesFor, offsetsOf, offsetText, remindersAt, toggled } from './reminders';

beforeAll(async () => {
  await i18n.init({ lng: 'ru', resources: { ru: { translation: ru }, en: { translation: en } } });
});

const at = (...seconds: number[]) =>
  create(RemindersSchema, { before: seconds.map((offset) => durationFromMs(offset * 1000)) });

test('several reminders are chosen, the earliest first, and each again taken back', () => {
  expect(toggled([1800], 86_400)).toEqual([86_400, 1800]);
  expect(toggled([86_400, 1800], 86_400)).toEqual([1800]);
  expect(toggled([1800], 1800)).toEqual([]);
});

test('a task says when it reminds, even if it says nothing', () => {
  expect(offsetsOf({ allDay: false, reminders: undefined })).toEqual([1800]);
  expect(offsetsOf({ allDay: false, reminders: at() })).toEqual([]);
  expect(offsetsOf({ allDay: false, reminders: at(0, 3600, 0) })).toEqual([3600, 0]);
  expect(offsetsOf({ allDay: true, reminders: at(3600) })).toEqual([]);
});

test('what a task has from elsewhere can be kept', () => {
  expect(choicesFor([2700])).toEqual([86_400, 3600, 2700, 1800, 0]);
});

test('what is sent is what is read', () => {
  const offsets = [86_400, 0];
  expect(offsetsOf({ allDay: false, reminders: create(RemindersSchema, remindersAt(offsets)) })).toEqual(offsets);
});

test('offsets are said as people say them', async () => {
  const said = [86_400, 172_800, 3600, 7200, 1800, 60, 2700, 0, 5400, 45].map(offsetText);
  expect(said.slice(0, 5)).toEqual(['за день', 'за 2 дня', 'за час', 'за 2 часа', 'за 30 минут']);
  expect(said.slice(5)).toEqual(['за минуту', 'за 45 минут', 'в срок', 'за 90 минут', 'за 45 секунд']);
  await i18n.changeLanguage('en');
  expect([86_400, 7200, 0].map(offsetText)).toEqual(['a day before', '2 hours before', 'when due']);
});

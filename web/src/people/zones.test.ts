import { expect, test } from 'vitest';
import { isKnownZone } from '../calendar/zone';
import ru from '../i18n/ru';
import { zoneGroups } from './zones';

const zonesIn = (chosen: string, known: string[]) =>
  zoneGroups(chosen, known).flatMap(({ zones }) => zones.map(({ zone }) => zone));

test('every zone is offered once, those of Russia first', () => {
  const zones = zonesIn('', ['Asia/Almaty', 'Europe/Moscow']);
  expect(zones[0]).toBe('Europe/Kaliningrad');
  expect(zones.filter((zone) => zone === 'Europe/Moscow')).toHaveLength(1);
  expect(zones.at(-1)).toBe('Asia/Almaty');
});

test('a zone that the browser does not know stays chosen', () => {
  expect(zonesIn('Mars/Olympus', ['Asia/Almaty'])).toContain('Mars/Olympus');
  expect(zonesIn('Asia/Almaty', ['Asia/Almaty']).filter((zone) => zone === 'Asia/Almaty')).toHaveLength(1);
});

test('the zones of Russia exist, and have names', () => {
  const [russia] = zoneGroups('', []);
  for (const { zone, name = '' } of russia?.zones ?? []) {
    expect(isKnownZone(zone)).toBe(true);
    expect(Object.keys(ru.zones).map((key) => `zones.${key}`)).toContain(name);
  }
});

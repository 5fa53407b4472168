import { dateFormat } from '../i18n/formatters';

// Converts between moments and wall times of an IANA time zone. A wall time is written like `2026-11-22T09:30`, as in a
// browser's `datetime-local` field.
function format(zone: string): Intl.DateTimeFormat {
  return dateFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
}

export function wallTime(moment: Date, zone: string): string {
  return format(zone).format(moment).replace(' ', 'T');
}

export function wallDay(moment: Date, zone: string): string {
  return wallTime(moment, zone).slice(0, 10);
}

const asIfUtc = (wall: string): number => Date.parse(`${wall}:00Z`);

// The moment at which the zone's clocks show this wall time. If they skip it, as in spring, the moment they skip to.
export function momentOf(wall: string, zone: string): Date {
  const guess = asIfUtc(wall);
  const offset = (at: number) => asIfUtc(wallTime(new Date(at), zone)) - Math.floor(at / 60_000) * 60_000;
  const first = guess - offset(guess);
  return new Date(guess - offset(first));
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

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

const known = new Map<string, boolean>();

function isAccepted(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

// Whether this browser can show times of the zone. With any other, every formatter throws.
export function isKnownZone(zone: string): boolean {
  const answer = known.get(zone) ?? (zone !== '' && isAccepted(zone));
  known.set(zone, answer);
  return answer;
}

export function wallTime(moment: Date, zone: string): string {
  return format(zone).format(moment).replace(' ', 'T');
}

export function wallDay(moment: Date, zone: string): string {
  return wallTime(moment, zone).slice(0, 10);
}

const dayMs = 86_400_000;
const asIfUtc = (wall: string): number => Date.parse(`${wall}:00Z`);

// By how much the zone's clocks are ahead of UTC at that moment.
function offsetAt(moment: number, zone: string): number {
  return asIfUtc(wallTime(new Date(moment), zone)) - Math.floor(moment / 60_000) * 60_000;
}

// The moment at which the zone's clocks show this wall time. If they show it twice, the first. If they skip it, as in
// spring where 2:00 becomes 3:00, as long after the skip as the time lies after its beginning: 2:30 is read as 3:30, and
// never as a time before the skip. foundation/calendar/local_time.h has the same rule.
export function momentOf(wall: string, zone: string): Date {
  const shown = asIfUtc(wall);
  const before = offsetAt(shown - dayMs, zone);
  const after = offsetAt(shown + dayMs, zone);
  const fitting = [before, after].find((offset) => offsetAt(shown - offset, zone) === offset);
  return new Date(shown - (fitting ?? before));
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

import { timestampDate, type Timestamp } from '@bufbuild/protobuf/wkt';
import { serverNow } from '../clock/server_clock';
import { dateFormat } from '../i18n/formatters';
import { i18n } from '../i18n/i18n';
import { userZone } from './user_zone';
import { addDays, wallDay } from './zone';

function inZone(options: Intl.DateTimeFormatOptions, zone = userZone()): Intl.DateTimeFormat {
  return dateFormat(i18n.language, { timeZone: zone, hourCycle: 'h23', ...options });
}

export function timeOf(moment: Date): string {
  return inZone({ hour: '2-digit', minute: '2-digit' }).format(moment);
}

// The date, with its year unless it is this one.
export function dayOf(moment: Date, now: Date, zone: string): string {
  const isThisYear = wallDay(moment, zone).slice(0, 4) === wallDay(now, zone).slice(0, 4);
  return inZone({ day: 'numeric', month: 'short', year: isThisYear ? undefined : 'numeric' }, zone).format(moment);
}

// A day that is written like `2026-12-31`: «31 дек. 2026 г.».
export function dayText(day: string): string {
  return inZone({ day: 'numeric', month: 'short', year: 'numeric' }, 'UTC').format(new Date(`${day}T00:00:00Z`));
}

// «сегодня», «завтра», «вчера», or else the date.
export function nearDayOf(moment: Date, now: Date, zone: string): string {
  const today = wallDay(now, zone);
  const day = wallDay(moment, zone);
  if (day === today) return i18n.t('days.today');
  if (day === addDays(today, 1)) return i18n.t('days.tomorrow');
  if (day === addDays(today, -1)) return i18n.t('days.yesterday');
  return dayOf(moment, now, zone);
}

export function momentText(moment: Date, now = new Date(serverNow())): string {
  return `${nearDayOf(moment, now, userZone())}, ${timeOf(moment)}`;
}

// To the second: «сегодня, 12:05:07».
export function exactText(moment: Date, now = new Date(serverNow())): string {
  const time = inZone({ hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(moment);
  return `${nearDayOf(moment, now, userZone())}, ${time}`;
}

export function timestampText(timestamp: Timestamp | undefined): string {
  return timestamp ? momentText(timestampDate(timestamp)) : '';
}

// The time left until `deadline`, like `4:07`; `0:00` when it has passed.
export function countdownText(deadline: Date, now: Date): string {
  const seconds = Math.max(0, Math.ceil((deadline.getTime() - now.getTime()) / 1000));
  const minutes = Math.floor(seconds / 60);
  const rest = String(seconds % 60).padStart(2, '0');
  if (minutes < 60) return `${minutes}:${rest}`;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${rest}`;
}

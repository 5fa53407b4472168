import { timestampDate, type Timestamp } from '@bufbuild/protobuf/wkt';
import { addDays, wallDay } from '../calendar/zone';
import { userZone } from '../calendar/user_zone';
import type { Money } from '../gen/voronka/crm/v1/money_pb';
import { dateFormat, numberFormat } from './formatters';
import { i18n } from './i18n';

function inZone(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return dateFormat(i18n.language, { timeZone: userZone(), hourCycle: 'h23', ...options });
}

export function timeOf(moment: Date): string {
  return inZone({ hour: '2-digit', minute: '2-digit' }).format(moment);
}

export function dayOf(moment: Date): string {
  const year = moment.getFullYear() === new Date().getFullYear() ? undefined : 'numeric';
  return inZone({ day: 'numeric', month: 'short', year }).format(moment);
}

// «сегодня», «завтра», «вчера», else the day.
export function nearDayOf(moment: Date, now = new Date()): string {
  const today = wallDay(now, userZone());
  const day = wallDay(moment, userZone());
  if (day === today) return i18n.t('days.today');
  if (day === addDays(today, 1)) return i18n.t('days.tomorrow');
  if (day === addDays(today, -1)) return i18n.t('days.yesterday');
  return dayOf(moment);
}

export function momentText(moment: Date, now = new Date()): string {
  return `${nearDayOf(moment, now)}, ${timeOf(moment)}`;
}

export function timestampText(timestamp: Timestamp | undefined): string {
  return timestamp ? momentText(timestampDate(timestamp)) : '';
}

// How many digits a currency has after the point.
export function fractionDigits(currency: string): number {
  return numberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

export function moneyText({ minor, currency }: Pick<Money, 'minor' | 'currency'>): string {
  const amount = Number(minor) / 10 ** fractionDigits(currency);
  return numberFormat(i18n.language, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: Number.isInteger(amount) ? 0 : undefined,
  }).format(amount);
}

// Seconds to `deadline` as `4:07`; `0:00` when it has passed.
export function countdownText(deadline: Date, now: Date): string {
  const seconds = Math.max(0, Math.ceil((deadline.getTime() - now.getTime()) / 1000));
  const minutes = Math.floor(seconds / 60);
  const rest = String(seconds % 60).padStart(2, '0');
  if (minutes < 60) return `${minutes}:${rest}`;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${rest}`;
}

// `+7 916 123-45-67` for a Russian number, others as they are kept.
export function phoneText(e164: string): string {
  return e164.replace(/^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/, '+7 $1 $2-$3-$4');
}

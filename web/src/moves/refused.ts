import type { Refusal } from '../api/refusal';
import { i18n } from '../i18n/i18n';
import { timeOf } from '../i18n/format';
import { genitive } from '../i18n/genitive';
import type { Move } from '../outbox/storage';

// Why a move was refused, shortest where the user has to act at once: «Уже у Бориса, 12:05».
export function refusedText(refusal: Refusal, move: Move): string {
  const name = refusal.metadata.responsible_name ?? '';
  if (refusal.reason !== 'OFFER_EXPIRED' || !name) return refusal.message;
  const time = timeOf(new Date(move.deadline || move.time));
  return i18n.t('errors.offerTaken', { name: i18n.language === 'ru' ? genitive(name) : name, time });
}

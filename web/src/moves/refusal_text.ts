import type { Refusal } from '../api/refusal';
import { timeOf } from '../calendar/date_text';
import { genitive } from '../i18n/genitive';
import { i18n } from '../i18n/i18n';
import type { Move } from '../outbox/storage';

// The current state of a deal that somebody has changed before the user's move.
export interface CurrentState {
  stageName: string;
  // Empty: nobody is responsible.
  responsibleName: string;
}

// Why a move was refused. Shortest when the user has to act at once: «Уже у Бориса, 12:05».
export function refusalText(refusal: Refusal, move: Move, current?: CurrentState): string {
  if (current) {
    const responsible = current.responsibleName || i18n.t('errors.nobody');
    return i18n.t('errors.changedMeanwhile', { name: move.dealName, stage: current.stageName, responsible });
  }
  const name = refusal.metadata.responsible_name ?? '';
  if (refusal.reason !== 'OFFER_EXPIRED' || !name) return refusal.message;
  const time = timeOf(new Date(move.deadline || move.time));
  return i18n.t('errors.offerTaken', { name: i18n.language === 'ru' ? genitive(name) : name, time });
}

import type { Refusal } from '../api/refusal';
import { genitive } from '../i18n/genitive';
import { i18n } from '../i18n/i18n';
import type { Move } from '../outbox/storage';

// The current state of a deal that somebody has changed before the user's move.
export interface CurrentState {
  stageName: string;
  // Empty: nobody is responsible.
  responsibleName: string;
}

// Who has the deal instead: it may be theirs, or on offer to them. Nobody is named while it is the user's or nobody's.
function expiredText(refusal: Refusal, deal: string): string {
  const name = refusal.metadata.responsible_name ?? '';
  if (!name) return i18n.t('errors.offerExpired', { deal });
  return i18n.t('errors.offerPassed', { deal, name: i18n.language === 'ru' ? genitive(name) : name });
}

// Why a move was refused. Shortest when the user has to act at once: «Сделка #7» уже у Бориса.
export function refusalText(refusal: Refusal, move: Move, current?: CurrentState): string {
  if (current) {
    const responsible = current.responsibleName || i18n.t('errors.nobody');
    return i18n.t('errors.changedMeanwhile', { name: move.dealName, stage: current.stageName, responsible });
  }
  return refusal.reason === 'OFFER_EXPIRED' ? expiredText(refusal, move.dealName) : refusal.message;
}

import type { Refusal } from '../api/refusal';
import { genitive } from '../i18n/genitive';
import { i18n } from '../i18n/i18n';
import { nameOf } from '../outbox/name_of';
import { isTake, type Move } from '../outbox/storage';

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

// Which move was refused, or which take, and why: the user may be elsewhere by now. Shortest when they have to act at
// once: «Сделка #7» уже у Бориса.
export function refusalText(refusal: Refusal, move: Move, current?: CurrentState): string {
  const name = nameOf(move);
  if (current) {
    const responsible = current.responsibleName || i18n.t('errors.nobody');
    const changed = isTake(move) ? 'errors.changedBeforeTake' : 'errors.changedMeanwhile';
    return i18n.t(changed, { name, stage: current.stageName, responsible });
  }
  if (refusal.reason === 'OFFER_EXPIRED') return expiredText(refusal, name);
  const refused = isTake(move) ? 'errors.takeRefused' : 'errors.moveRefused';
  return i18n.t(refused, { name, reason: refusal.message });
}

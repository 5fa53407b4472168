import type { TFunction } from 'i18next';
import type { Violation } from '../api/refusal';
import { askedBy } from './asked';
import { fullLabel, type NamedFields } from './named_fields';

// What a move to a stage will ask for: «Сумма», «Телефон клиента», «комментарий».
export function askedWords(violations: Violation[], fields: NamedFields | undefined, t: TFunction): string[] {
  const asked = askedBy(violations);
  const asksReason = violations.some(({ reason }) => reason === 'LOSS_REASON_REQUIRED');
  return [
    ...asked.fields.map((name) => fullLabel(fields, name)),
    ...(asksReason ? [t('stageInfo.asksReason')] : []),
    ...(asked.comment || asked.lossComment ? [t('stageInfo.asksComment')] : []),
    ...(asked.task ? [t('stageInfo.asksTask')] : []),
  ];
}

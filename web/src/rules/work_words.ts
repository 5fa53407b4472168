import type { TFunction } from 'i18next';
import { Role } from '../gen/voronka/options/v1/access_pb';

// What rules ask of people, as a part of a sentence: «не меньше 3 попыток связаться с клиентом», «согласование: РОП».

// The part of a text's key that names whoever approves.
const approverKey = (role: Role) =>
  role === Role.DIRECTOR ? 'director' : role === Role.ADMIN ? 'admin' : 'headOfSales';

const units = [
  { unit: 'days', seconds: 86_400 },
  { unit: 'hours', seconds: 3_600 },
  { unit: 'minutes', seconds: 60 },
] as const;

// In the longest unit that it is whole in: «2 часа».
function timeWords(seconds: number, t: TFunction): string {
  const { unit, seconds: length } = units.find((one) => seconds % one.seconds === 0) ?? units[2];
  return t(`rules.time.${unit}`, { count: Math.round(seconds / length) });
}

// `apart`: how many seconds there must be between those that count. Undefined: each counts.
export function attemptsWords(count: number, inAll: boolean, apart: number | undefined, t: TFunction): string {
  const words = t(inAll ? 'rules.attemptsInAll' : 'rules.attempts', { count });
  return apart ? t('rules.apart', { what: words, time: timeWords(apart, t) }) : words;
}

// Of an approval that says how many seconds there are for the answer.
export function approvalWords(role: Role, seconds: number | undefined, t: TFunction): string {
  const approver = t(`rules.approvers.${approverKey(role)}`);
  return seconds === undefined
    ? t('rules.approval', { role: approver })
    : t('rules.approvalWithin', { role: approver, time: timeWords(seconds, t) });
}

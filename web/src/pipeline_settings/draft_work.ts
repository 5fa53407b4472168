import type { MessageInitShape } from '@bufbuild/protobuf';
import { durationFromMs, durationMs, type Duration } from '@bufbuild/protobuf/wkt';
import type {
  ApprovalAsk,
  ApprovalAskSchema,
  AttemptsAsk,
  AttemptsAskSchema,
} from '../gen/voronka/crm/v1/stage_rule_pb';
import { Role } from '../gen/voronka/options/v1/access_pb';

// What a rule asks of people: to have tried, to have agreed.

type TimeUnit = 'minutes' | 'hours' | 'days';

export const timeUnits: TimeUnit[] = ['minutes', 'hours', 'days'];

const longestFirst = ['days', 'hours', 'minutes'] as const satisfies readonly TimeUnit[];

export interface DraftTime {
  // As typed, in the unit. Empty: the usual time.
  time: string;
  unit: TimeUnit;
}

export interface DraftApproval extends DraftTime {
  role: Role;
}

export interface DraftAttempts {
  // As typed.
  atLeast: string;
  inAll: boolean;
  // Between those that count. Absent in drafts that were kept before there was such a time.
  apart?: DraftTime;
}

export const noTime: DraftTime = { time: '', unit: 'hours' };
export const usualAttempts: DraftAttempts = { atLeast: '3', inAll: false, apart: noTime };
export const usualApproval: DraftApproval = { role: Role.HEAD_OF_SALES, ...noTime };

// Whose approval may be asked for.
export const approvers: Role[] = [Role.HEAD_OF_SALES, Role.DIRECTOR, Role.ADMIN];

const unitMs = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const satisfies Record<TimeUnit, number>;

const number = (typed: string): number => (typed.trim() ? Number(typed.replace(',', '.')) : NaN);

// As the service bounds them.
export function isCount({ atLeast }: DraftAttempts): boolean {
  const count = number(atLeast);
  return Number.isInteger(count) && count >= 1 && count <= 100;
}

export function isTime({ time, unit }: DraftTime): boolean {
  const ms = number(time) * unitMs[unit];
  return !time.trim() || (ms >= unitMs.minutes && ms <= 30 * unitMs.days);
}

// In the longest unit that it is whole in.
function draftTime(duration: Duration | undefined): DraftTime {
  if (!duration) return noTime;
  const ms = durationMs(duration);
  const unit = longestFirst.find((one) => ms % unitMs[one] === 0) ?? 'minutes';
  return { time: String(ms / unitMs[unit]), unit };
}

export const draftAttempts = ({ atLeast, inAll, leastInterval }: AttemptsAsk): DraftAttempts => ({
  atLeast: String(atLeast),
  inAll,
  apart: draftTime(leastInterval),
});

export const draftApproval = ({ role, timeout }: ApprovalAsk): DraftApproval => ({ role, ...draftTime(timeout) });

const durationOf = (draft: DraftTime): Duration | undefined =>
  draft.time.trim() && isTime(draft) ? durationFromMs(number(draft.time) * unitMs[draft.unit]) : undefined;

// What is wrongly typed is not sent; until it is mended, the sentence goes without.
export const attemptsOf = (draft: DraftAttempts): MessageInitShape<typeof AttemptsAskSchema> => ({
  atLeast: isCount(draft) ? number(draft.atLeast) : 0,
  inAll: draft.inAll,
  leastInterval: durationOf(draft.apart ?? noTime),
});

export const approvalOf = (draft: DraftApproval): MessageInitShape<typeof ApprovalAskSchema> => ({
  role: draft.role,
  timeout: durationOf(draft),
});

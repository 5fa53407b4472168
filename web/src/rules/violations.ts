import type { Violation } from '../api/refusal';

// What may be wrong with a move, as far as the user can do something about it.
const mendable = new Set([
  'FIELD_REQUIRED',
  'COMMENT_REQUIRED',
  'LOSS_REASON_REQUIRED',
  'TASK_REQUIRED',
  'CHECKLIST_UNFINISHED',
]);

// What no field can mend.
const final = new Set([
  'ROLE_NOT_ALLOWED',
  'TRANSITION_NOT_ALLOWED',
  'NOT_FOR_THIS_DEAL',
  'ATTEMPTS_REQUIRED',
  'HIDDEN_FIELD_REQUIRED',
]);

// What somebody else mends, whom the user asks.
const ofApproval = new Set(['APPROVAL_REQUIRED', 'APPROVAL_AWAITED', 'APPROVAL_REFUSED']);

export const isOfApproval = ({ reason }: Violation): boolean => ofApproval.has(reason);

export const isMendable = (violation: Violation): boolean => mendable.has(violation.reason) || isOfApproval(violation);

export const isFinal = ({ reason }: Violation): boolean => final.has(reason);

// Whether the rules of stages have refused the move, and not, for example, a colleague who was first.
export const areOfRules = (violations: Violation[]): boolean =>
  violations.length > 0 && violations.every((violation) => isMendable(violation) || isFinal(violation));

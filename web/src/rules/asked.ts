import type { Violation } from '../api/refusal';
import { fieldAt } from './field_name';
import { isFinal, isOfApproval } from './violations';

// What a move lacks, sorted by what the user can do about it.
export interface Asked {
  // Names of fields, each once.
  fields: string[];
  comment: boolean;
  lossComment: boolean;
  task: boolean;
  // That it is asked for, awaited or refused.
  approval: Violation | undefined;
  // Keys of the items of the stage's checklist that are not ticked.
  checklist: string[];
  // In words: no field mends it.
  forbidden: string[];
}

const itemAt = /^deal\.checklist_ticks\["(\w+)"\]$/;

export function askedBy(violations: Violation[]): Asked {
  const has = (reason: string, field = '') =>
    violations.some((one) => one.reason === reason && (!field || one.field === field));
  return {
    fields: [...new Set(violations.flatMap(({ field }) => fieldAt(field) ?? []))],
    comment: has('COMMENT_REQUIRED', 'comment'),
    lossComment: has('COMMENT_REQUIRED', 'loss_comment'),
    task: has('TASK_REQUIRED'),
    approval: violations.find(isOfApproval),
    checklist: violations.flatMap(({ field }) => itemAt.exec(field)?.[1] ?? []),
    forbidden: [...new Set(violations.filter(isFinal).map(({ text }) => text))],
  };
}

// What is wrong with what the user has filled in, by its place: `deal.amount`, `comment`, `loss_reason`. `elsewhere`: what
// has no place in the form.
export function placed(violations: Violation[]): { at: Record<string, string>; elsewhere: string[] } {
  const at: Record<string, string> = {};
  const elsewhere: string[] = [];
  for (const { field, text } of violations) {
    const place = fieldAt(field) ?? (/^(comment|loss_reason|loss_comment)$/.test(field) ? field : undefined);
    if (place) at[place] ??= text;
    else elsewhere.push(text);
  }
  return { at, elsewhere };
}

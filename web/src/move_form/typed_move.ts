import { isBlank, type TypedValues } from '../rules/filled_fields';

// What somebody has typed into the form of a move, and not sent yet.
export interface TypedMove {
  values: TypedValues;
  comment: string;
  // Undefined: not chosen yet, so as the stage says.
  reason?: string;
  lossComment: string;
}

const nothing: TypedMove = { values: {}, comment: '', lossComment: '' };

export function typedFrom(kept: string): TypedMove {
  return kept ? { ...nothing, ...(JSON.parse(kept) as Partial<TypedMove>) } : nothing;
}

// Empty: nothing is typed.
export function keptFrom(typed: TypedMove): string {
  const { values, comment, reason, lossComment } = typed;
  const isNothing = !comment && !reason && !lossComment && isBlank(values);
  return isNothing ? '' : JSON.stringify(typed);
}

export const isTyped = ({ values }: TypedMove, name: string): boolean => Boolean(values[name]?.trim());

// What somebody has typed into the form of a move, and not sent yet.
export interface TypedMove {
  // By the names of fields, as their editors have it.
  values: Partial<Record<string, string>>;
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
  const isBlank = !comment && !reason && !lossComment && Object.values(values).every((text) => !text);
  return isBlank ? '' : JSON.stringify(typed);
}

export const isTyped = ({ values }: TypedMove, name: string): boolean => Boolean(values[name]?.trim());

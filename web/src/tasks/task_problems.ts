import type { Refusal } from '../api/refusal';

// The violations of a task that a request holds at `path`.
export function taskProblems(refusal: Refusal | null | undefined, path: string): { text?: string; due?: string } {
  return { text: refusal?.fields[`${path}.text`], due: refusal?.fields[`${path}.due_time`] };
}

// What is refused and belongs to no field that is shown.
export function elsewhere(refusal: Refusal | null | undefined, shown: string[]): string | undefined {
  if (!refusal || shown.some((field) => refusal.fields[field])) return undefined;
  return refusal.message;
}

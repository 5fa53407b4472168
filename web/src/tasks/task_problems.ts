import type { Refusal } from '../api/refusal';

// The violations of the task that is at `path` in the request.
export function taskProblems(refusal: Refusal | null | undefined, path: string): { text?: string; due?: string } {
  return { text: refusal?.fields[`${path}.text`], due: refusal?.fields[`${path}.due_time`] };
}

// The refusal's message, unless it concerns one of the fields that are shown.
export function elsewhere(refusal: Refusal | null | undefined, shown: string[]): string | undefined {
  if (!refusal || shown.some((field) => refusal.fields[field])) return undefined;
  return refusal.message;
}

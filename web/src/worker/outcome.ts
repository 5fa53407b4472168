// What came of a call.
export type Outcome =
  | { kind: 'done'; answer: unknown }
  // `name`: of who is responsible instead, as far as that is the reason. `passes`: the same may be done a moment later.
  | { kind: 'refused'; reason: string; text: string; name: string; passes: boolean }
  | { kind: 'logged-out' }
  | { kind: 'unanswered' };

// Connect's error in JSON.
export interface Problem {
  code?: string;
  message?: string;
  details?: { debug?: { reason?: string; message?: string; metadata?: { responsible_name?: string } } }[];
}

// The service has too much to do, or cannot reach what it needs.
const passingCodes = new Set(['resource_exhausted', 'unavailable']);
// Of those that are aborted: others have changed what was to be changed at that very moment.
const passingReasons = new Set(['CONFLICT', 'REQUEST_ANSWERED']);

export function refusedBy({ code = '', message = '', details = [] }: Problem): Outcome {
  const said = details.map(({ debug }) => debug);
  const info = said.find((debug) => debug?.reason);
  const text = said.find((debug) => debug?.message)?.message ?? message;
  const reason = info?.reason ?? '';
  const passes = passingCodes.has(code) || passingReasons.has(reason);
  return { kind: 'refused', reason, text, name: info?.metadata?.responsible_name ?? '', passes };
}

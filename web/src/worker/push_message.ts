import type { PushMessageJson } from '../gen/voronka/notifier/v1/push_message_pb';

// In proto3 JSON: what has its default value is absent.
export type PushMessage = PushMessageJson;

export type Action = NonNullable<NonNullable<PushMessage['buttons']>[number]['action']>;

const occurrenceOf = ({ occurrence = 1 }: PushMessage): number => occurrence;

// A device shows one notification for each tag, however often and by whichever way it arrives. A snoozed one rings
// again: it is another.
export const tagOf = (message: PushMessage): string => `voronka-${message.notificationId}-${occurrenceOf(message)}`;

// Whether the one is shown of what the other has settled: of the same notification, and not a later ringing of it.
export function isSettledBy(shown: PushMessage, settled: PushMessage): boolean {
  return shown.notificationId === settled.notificationId && occurrenceOf(shown) <= occurrenceOf(settled);
}

export type Verdict =
  // Show it, unless it has been shown.
  | 'show'
  // Close what is shown of it, and show nothing later.
  | 'close'
  // It is for another session, or too old.
  | 'ignore';

// Whether a message tells that the session of this browser has ended. If nobody is logged in, it did: a page may have
// learned it first, and what the session has shown may still be there. `sessionId`: as below.
export function endsOwnSession(message: PushMessage, sessionId: string | undefined): boolean {
  return message.signedOut === true && (sessionId === undefined || message.sessionId === sessionId);
}

// Whether there is nothing to show any more. `now`: by the server's clock, in milliseconds since 1970.
export const isTooLate = ({ expireTime }: PushMessage, now: number): boolean =>
  expireTime !== undefined && Date.parse(expireTime) <= now;

// `sessionId`: of who is logged in in this browser. `now`: by the server's clock, in milliseconds since 1970.
export function verdictOn(message: PushMessage, sessionId: string | undefined, now: number): Verdict {
  if (!sessionId || message.sessionId !== sessionId) return 'ignore';
  if (message.close) return 'close';
  return isTooLate(message, now) ? 'ignore' : 'show';
}

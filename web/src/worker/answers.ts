import type { Outcome } from './outcome';
import { isTooLate, tagOf, type Action, type PushMessage } from './push_message';
import type { Words } from './words';

interface Call {
  method: string;
  body: object;
}

const snooze = '900s';

// The call that an action of a notification stands for. Its request_id is that of every tap on every device: the answer
// takes effect once. Undefined: the action opens a page.
export function callFor(action: Action | 'seen', message: PushMessage): Call | undefined {
  const { notificationId, dealId } = message;
  const requestId = `${tagOf(message)}-${action.replace('ACTION_', '').toLowerCase()}`;
  const inbox = 'notifier.v1.InboxService';
  switch (action) {
    case 'ACTION_TAKE':
      return { method: 'crm.v1.DealOfferService/TakeOffer', body: { requestId, dealId } };
    case 'ACTION_SNOOZE':
      return { method: `${inbox}/SnoozeNotification`, body: { requestId, notificationId, duration: snooze } };
    case 'ACTION_HIDE':
    case 'seen':
      return { method: `${inbox}/AcknowledgeNotification`, body: { requestId, notificationId } };
    default:
      return undefined;
  }
}

const passed = new Set(['NO_OFFER', 'NOT_RESPONSIBLE']);

// What to tell the user of an answer.
export type Told =
  // Of what became of it. Undefined: it is done, and shows by the notification being gone.
  | { result: string | undefined }
  // That it did not reach the server: the notification comes back, led by this line, to be answered again.
  | { again: string };

// How the line begins that tells of an answer which may still be given. Undefined: it was given, or never can be.
function hindranceOf(outcome: Outcome, words: Words): string | undefined {
  if (outcome.kind === 'unanswered') return words.noConnection;
  return outcome.kind === 'refused' && outcome.passes ? words.busy : undefined;
}

function refusedText(
  message: PushMessage,
  { reason, name, text }: Outcome & { kind: 'refused' },
  words: Words,
): string {
  const deal = message.dealId ?? '';
  if (name || passed.has(reason)) return words.passed(deal, name);
  return reason === 'OFFER_EXPIRED' ? words.late(deal) : words.refused(text);
}

// `now`: by the server's clock, in milliseconds since 1970.
export function toldOf(action: Action, message: PushMessage, outcome: Outcome, words: Words, now: number): Told {
  const hindrance = hindranceOf(outcome, words);
  if (hindrance) return isTooLate(message, now) ? { result: words.over(hindrance) } : { again: words.again(hindrance) };
  if (outcome.kind === 'logged-out') return { result: words.loggedOut };
  if (outcome.kind === 'refused') return { result: refusedText(message, outcome, words) };
  return { result: action === 'ACTION_TAKE' ? words.taken(message.dealId ?? '') : undefined };
}

import type { Outcome } from './server';
import { tagOf, type Action, type PushMessage } from './push_message';
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

// What to tell the user of it. Undefined: it is done, and shows by the notification being gone.
export function resultText(action: Action, message: PushMessage, outcome: Outcome, words: Words): string | undefined {
  const deal = message.dealId ?? '';
  if (outcome.kind === 'done') return action === 'ACTION_TAKE' ? words.taken(deal) : undefined;
  if (outcome.kind === 'unanswered') return words.unanswered;
  if (outcome.kind === 'logged-out') return words.loggedOut;
  if (outcome.name || passed.has(outcome.reason)) return words.passed(deal, outcome.name);
  return outcome.reason === 'OFFER_EXPIRED' ? words.late(deal) : words.refused(outcome.text);
}

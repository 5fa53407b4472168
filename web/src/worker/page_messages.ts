import type { PushMessage } from './push_message';

// From a page: show this, as if it had been pushed.
export interface ShowMessage {
  kind: 'show';
  message: PushMessage;
}

// From a page: control this page, too. A page that was loading when the worker became active is not claimed by it.
export interface ClaimMessage {
  kind: 'claim';
}

export type PageMessage = ShowMessage | ClaimMessage;

// To a page: go there, and answer `true` through the port when you have.
export interface OpenMessage {
  kind: 'open';
  path: string;
  sessionId: string;
}

// To a visible page: answer whether the user has seen it there.
export interface PushedMessage {
  kind: 'pushed';
  tag: string;
}

export type WorkerMessage = OpenMessage | PushedMessage;

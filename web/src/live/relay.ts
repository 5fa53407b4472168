import { fromBinary, toBinary } from '@bufbuild/protobuf';
import type { Part } from './parts';
import { WatchChangesResponseSchema, type WatchChangesResponse } from '../gen/voronka/crm/v1/change_pb';
import { SubscribeResponseSchema, type SubscribeResponse } from '../gen/voronka/notifier/v1/notification_pb';

// Messages from the tab that holds the streams to the browser's other tabs.
export type Relayed =
  | { kind: 'changes'; answer: Uint8Array }
  | { kind: 'inbox'; answer: Uint8Array }
  | { kind: 'alive'; alive: boolean }
  | { kind: 'down'; parts: readonly Part[] }
  // A new tab asks for the current state.
  | { kind: 'hello' };

export const relayedChanges = (answer: WatchChangesResponse): Relayed => ({
  kind: 'changes',
  answer: toBinary(WatchChangesResponseSchema, answer),
});

export const relayedInbox = (answer: SubscribeResponse): Relayed => ({
  kind: 'inbox',
  answer: toBinary(SubscribeResponseSchema, answer),
});

export const changesOf = (bytes: Uint8Array): WatchChangesResponse => fromBinary(WatchChangesResponseSchema, bytes);
export const inboxOf = (bytes: Uint8Array): SubscribeResponse => fromBinary(SubscribeResponseSchema, bytes);

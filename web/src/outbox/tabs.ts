import { fromBinary, toBinary } from '@bufbuild/protobuf';
import type { Refusal } from '../api/refusal';
import { DealSchema, type Deal } from '../gen/voronka/crm/v1/deal_pb';
import { currentLogin } from '../session/session';
import type { KeptChange } from './storage';

// What becomes of a change.
export interface Answer {
  change: KeptChange;
  // Undefined: it was carried out.
  refusal?: Refusal;
}

// The tabs of a browser share the outbox: the one that changes it tells the others. Other users' changes are none of
// theirs.
type Message = { login: string } & (
  | { kind: 'changed' }
  // Before a move is dropped from the outbox, so that no tab shows the deal as it was.
  | { kind: 'moved'; deal: Uint8Array }
  | { kind: 'answered'; answer: Answer }
);

interface TabEvents {
  changed(): void;
  moved(deal: Deal): void;
  answered(answer: Answer): void;
}

const channel = new BroadcastChannel('voronka-outbox');

function post(message: Message): void {
  channel.postMessage(message);
}

export const tellChanged = (): void => post({ login: currentLogin(), kind: 'changed' });
export const tellMoved = (deal: Deal): void =>
  post({ login: currentLogin(), kind: 'moved', deal: toBinary(DealSchema, deal) });
export const tellAnswered = (answer: Answer): void => post({ login: currentLogin(), kind: 'answered', answer });

// Returns a function that stops it.
export function listenToTabs(events: TabEvents): () => void {
  const listen = ({ data }: MessageEvent<Message>) => {
    if (data.login !== currentLogin()) return;
    if (data.kind === 'changed') events.changed();
    else if (data.kind === 'moved') events.moved(fromBinary(DealSchema, data.deal));
    else events.answered(data.answer);
  };
  channel.addEventListener('message', listen);
  return () => channel.removeEventListener('message', listen);
}

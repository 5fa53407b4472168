import { DeliveryStep_Kind as Kind } from '../gen/voronka/notifier/v1/delivery_pb';

export type Tone = 'good' | 'bad' | 'late' | 'plain';

// Of every kind that this client knows.
const tones: Record<Kind, Tone> = {
  [Kind.UNSPECIFIED]: 'plain',
  [Kind.MADE]: 'plain',
  [Kind.STREAMED]: 'plain',
  [Kind.PUSHED]: 'good',
  [Kind.SHOWN]: 'good',
  [Kind.SEEN]: 'good',
  [Kind.SNOOZED]: 'plain',
  [Kind.SETTLED]: 'plain',
  [Kind.REPLACED]: 'plain',
  [Kind.HELD_BACK]: 'late',
  [Kind.DELAYED]: 'late',
  [Kind.REFUSED]: 'bad',
  [Kind.GIVEN_UP]: 'bad',
};

// Whether the step brought the notification nearer to its user, or kept it from them. A newer server may know other
// kinds.
export const toneOf = (kind: Kind): Tone => (tones as Partial<Record<Kind, Tone>>)[kind] ?? 'plain';

import { DeliveryStep_Kind as Kind } from '../gen/voronka/notifier/v1/delivery_pb';

export type Tone = 'good' | 'bad' | 'late' | 'plain';

const tones: Partial<Record<Kind, Tone>> = {
  [Kind.PUSHED]: 'good',
  [Kind.SHOWN]: 'good',
  [Kind.SEEN]: 'good',
  [Kind.HELD_BACK]: 'late',
  [Kind.DELAYED]: 'late',
  [Kind.REFUSED]: 'bad',
  [Kind.GIVEN_UP]: 'bad',
};

// Whether the step brought the notification nearer to its user, or kept it from them.
export const toneOf = (kind: Kind): Tone => tones[kind] ?? 'plain';

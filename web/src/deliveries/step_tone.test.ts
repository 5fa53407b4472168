import { fromBinary } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { DeliveryStep_Kind as Kind, DeliveryStepSchema } from '../gen/voronka/notifier/v1/delivery_pb';
import { toneOf } from './step_tone';

test('what ends by itself is neither good nor bad', () => {
  expect(toneOf(Kind.REPLACED)).toBe(toneOf(Kind.SETTLED));
  expect(toneOf(Kind.REPLACED)).toBe('plain');
});

test('a kind that a newer server tells of is shown without judging', () => {
  const { kind } = fromBinary(DeliveryStepSchema, new Uint8Array([8, 99]));
  expect(toneOf(kind)).toBe('plain');
});

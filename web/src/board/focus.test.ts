import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { DealSchema } from '../gen/voronka/crm/v1/deal_pb';
import { StageSchema } from '../gen/voronka/crm/v1/pipeline_pb';
import { neighbour } from './focus';

const stages = ['a', 'b', 'c'].map((key) => create(StageSchema, { key }));
const deal = (id: number) => create(DealSchema, { id: BigInt(id) });
const columns = new Map([
  ['a', [deal(1), deal(2), deal(3)]],
  ['c', [deal(7), deal(8)]],
]);
const next = (from: number, key: string) => neighbour(stages, columns, BigInt(from), key)?.id;

test('arrows go along a column', () => {
  expect(next(1, 'ArrowDown')).toBe(2n);
  expect(next(2, 'ArrowUp')).toBe(1n);
});

test('arrows go sideways past empty columns, to a card that is there', () => {
  expect(next(1, 'ArrowRight')).toBe(7n);
  expect(next(3, 'ArrowRight')).toBe(8n);
  expect(next(8, 'ArrowLeft')).toBe(2n);
});

test('the board ends at its edges', () => {
  expect(next(1, 'ArrowUp')).toBeUndefined();
  expect(next(3, 'ArrowDown')).toBeUndefined();
  expect(next(7, 'ArrowRight')).toBeUndefined();
  expect(next(1, 'Enter')).toBeUndefined();
});

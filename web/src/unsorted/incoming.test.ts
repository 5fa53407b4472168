import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { Deal_State, DealSchema } from '../gen/voronka/crm/v1/deal_pb';
import { PipelineSchema, Stage_Kind } from '../gen/voronka/crm/v1/pipeline_pb';
import { isUnsorted } from './incoming';

const stages = (first: Stage_Kind) => [
  { key: 'new', kind: first },
  { key: 'work', kind: Stage_Kind.OPEN },
];
const every = [
  create(PipelineSchema, { key: 'dealers', stages: stages(Stage_Kind.INCOMING) }),
  create(PipelineSchema, { key: 'sales', stages: stages(Stage_Kind.OPEN) }),
];
const waiting = create(DealSchema, { pipeline: 'dealers', stage: 'new', state: Deal_State.OPEN });

test('an open deal that nobody has in an incoming stage is unsorted', () => {
  expect(isUnsorted(waiting, every)).toBe(true);
});

test('one that somebody has, that is closed, or that is elsewhere is not', () => {
  expect(isUnsorted({ ...waiting, responsibleUserId: 7n }, every)).toBe(false);
  expect(isUnsorted({ ...waiting, state: Deal_State.LOST }, every)).toBe(false);
  expect(isUnsorted({ ...waiting, stage: 'work' }, every)).toBe(false);
  expect(isUnsorted({ ...waiting, pipeline: 'sales' }, every)).toBe(false);
});

import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { StageTotalSchema } from '../gen/voronka/crm/v1/deal_pb';
import { PipelineSchema, Stage_Kind } from '../gen/voronka/crm/v1/pipeline_pb';
import { openDeals } from './open_deals';

const pipeline = create(PipelineSchema, {
  stages: [
    { key: 'new', kind: Stage_Kind.INCOMING },
    { key: 'priced', kind: Stage_Kind.OPEN },
    { key: 'won', kind: Stage_Kind.WON },
    { key: 'lost', kind: Stage_Kind.LOST },
  ],
});
const total = (stage: string, deals: bigint, currency = 'RUB') => create(StageTotalSchema, { stage, deals, currency });

test('closed deals are no work', () => {
  expect(openDeals(pipeline, [total('new', 2n), total('won', 40n), total('lost', 7n)])).toBe(2);
});

test('deals are counted whatever their currency', () => {
  expect(openDeals(pipeline, [total('priced', 1n), total('priced', 3n, 'EUR'), total('priced', 5n, '')])).toBe(9);
  expect(openDeals(pipeline, [])).toBe(0);
});

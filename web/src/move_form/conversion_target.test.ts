import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { PipelineSchema, Stage_Kind as Kind } from '../gen/voronka/crm/v1/pipeline_pb';
import { startsOf, usualPipeline, usualStart } from './conversion_target';

const sales = create(PipelineSchema, {
  key: 'sales',
  stages: [
    { key: 'new', kind: Kind.INCOMING },
    { key: 'waits', kind: Kind.OPEN, parking: true },
    { key: 'work', kind: Kind.OPEN },
    { key: 'won', kind: Kind.WON },
    { key: 'lost', kind: Kind.LOST },
  ],
});
const other = create(PipelineSchema, { key: 'other', defaultForInquiries: true });

test('the deal of a lead begins where deals are worked on', () => {
  expect(startsOf(sales).map(({ key }) => key)).toEqual(['waits', 'work']);
  expect(usualStart(sales)?.key).toBe('work');
  expect(usualStart(other)).toBeUndefined();
});

test('the pipeline for inquiries is offered first', () => {
  expect(usualPipeline([sales, other])?.key).toBe('other');
  expect(usualPipeline([sales])?.key).toBe('sales');
  expect(usualPipeline([])).toBeUndefined();
});

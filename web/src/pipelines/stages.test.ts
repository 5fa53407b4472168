import { create } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { expect, test } from 'vitest';
import { DealSchema } from '../gen/voronka/crm/v1/deal_pb';
import { PipelineSchema } from '../gen/voronka/crm/v1/pipeline_pb';
import { stageOnTake, takesInquiries } from './stages';

const stages = ['new', 'accepted', 'price_sent'].map((key, at) => ({ key, position: at + 1 }));
const sales = create(PipelineSchema, { key: 'sales', stages, takeStage: 'accepted' });
const dealOn = (stage: string) => create(DealSchema, { pipeline: 'sales', stage });

test('a deal that is taken moves on to the take stage', () => {
  expect(stageOnTake(sales, dealOn('new'))?.key).toBe('accepted');
});

test('a deal that is there or past it stays where it is', () => {
  expect(stageOnTake(sales, dealOn('accepted'))).toBeUndefined();
  expect(stageOnTake(sales, dealOn('price_sent'))).toBeUndefined();
});

test('a deal stays where its pipeline names no take stage or is archived', () => {
  expect(stageOnTake({ ...sales, takeStage: '' }, dealOn('new'))).toBeUndefined();
  expect(stageOnTake({ ...sales, archiveTime: timestampFromDate(new Date()) }, dealOn('new'))).toBeUndefined();
  expect(stageOnTake(undefined, dealOn('new'))).toBeUndefined();
});

test('inquiries come to the default pipeline or, without one, to the first', () => {
  const claims = create(PipelineSchema, { key: 'claims' });
  expect(takesInquiries([claims, sales], 'claims')).toBe(true);
  const chosen = [claims, { ...sales, defaultForInquiries: true }];
  expect(takesInquiries(chosen, 'claims')).toBe(false);
  expect(takesInquiries(chosen, 'sales')).toBe(true);
});

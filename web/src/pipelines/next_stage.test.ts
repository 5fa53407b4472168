import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { PipelineSchema, Stage_Kind } from '../gen/voronka/crm/v1/pipeline_pb';
import { nextStage } from './next_stage';
import { hasRules } from './rules';

const stage = (key: string, kind: Stage_Kind, parking = false) => ({ key, kind, parking });
const stages = [
  stage('new', Stage_Kind.INCOMING),
  stage('accepted', Stage_Kind.OPEN),
  stage('no_answer', Stage_Kind.OPEN, true),
  stage('offer', Stage_Kind.OPEN),
  stage('won', Stage_Kind.WON),
  stage('lost', Stage_Kind.LOST),
].map((each, at) => ({ ...each, position: at + 1 }));
const sales = create(PipelineSchema, { key: 'sales', stages });

test('a deal goes on to the next stage, past those at the side, and then is won', () => {
  const next = (key: string) => nextStage(sales, key)?.key;
  expect(['new', 'accepted', 'no_answer', 'offer'].map(next)).toEqual(['accepted', 'offer', 'offer', 'won']);
});

test('a deal that is closed, or whose stage is gone, goes nowhere', () => {
  expect(['won', 'lost', 'removed'].map((key) => nextStage(sales, key))).toEqual([undefined, undefined, undefined]);
  expect(nextStage(undefined, 'new')).toBeUndefined();
});

test('nobody is asked about a pipeline without rules', () => {
  expect(hasRules(sales)).toBe(false);
  expect(hasRules(undefined)).toBe(false);
  const ruled = create(PipelineSchema, { stages: [{ key: 'new' }, { key: 'offer', rules: [{ key: 'sum' }] }] });
  expect(hasRules(ruled)).toBe(true);
});

import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { Pipeline_Purpose as Purpose, PipelineSchema } from '../gen/voronka/crm/v1/pipeline_pb';
import { isForSales, mayTakeInquiries, purposeOf } from './purposes';
import { takesInquiries } from './stages';

const of = (purpose: Purpose, key = '') => create(PipelineSchema, { key, purpose });
const all = [
  ...[Purpose.UNSPECIFIED, Purpose.SALES, Purpose.CLAIMS, Purpose.LEADS],
  ...[Purpose.ERRANDS, Purpose.WARMING],
];

test('a pipeline is for sales unless it says otherwise', () => {
  expect(purposeOf(of(Purpose.UNSPECIFIED))).toBe(Purpose.SALES);
  expect(all.filter((purpose) => isForSales(of(purpose)))).toEqual([Purpose.UNSPECIFIED, Purpose.SALES]);
});

test('inquiries come to sales, leads and claims alone', () => {
  expect(all.filter((purpose) => mayTakeInquiries(of(purpose)))).toEqual(all.slice(0, 4));
});

test('without a default, inquiries go to the first that is for sales, else for claims, else to the first', () => {
  const warming = of(Purpose.WARMING, 'warming');
  const claims = of(Purpose.CLAIMS, 'claims');
  const sales = of(Purpose.SALES, 'sales');
  const taking = (...pipelines: (typeof sales)[]) =>
    pipelines.filter(({ key }) => takesInquiries(pipelines, key)).map(({ key }) => key);
  expect(taking(warming, claims, sales)).toEqual(['sales']);
  expect(taking(warming, claims)).toEqual(['claims']);
  expect(taking(warming)).toEqual(['warming']);
});

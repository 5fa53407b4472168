import { Stage_Kind, type Pipeline, type Stage } from '../gen/voronka/crm/v1/pipeline_pb';

// Where the deal of a lead may begin: where deals are worked on.
export const startsOf = ({ stages }: Pick<Pipeline, 'stages'>): Stage[] =>
  stages.filter(({ kind }) => kind === Stage_Kind.OPEN);

// What the service would choose.
export const usualPipeline = (forSales: Pipeline[]): Pipeline | undefined =>
  forSales.find(({ defaultForInquiries }) => defaultForInquiries) ?? forSales[0];

export function usualStart(pipeline: Pick<Pipeline, 'stages'>): Stage | undefined {
  const starts = startsOf(pipeline);
  return starts.find(({ parking }) => !parking) ?? starts[0];
}

import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { Stage_Kind, type Pipeline, type Stage } from '../gen/voronka/crm/v1/pipeline_pb';
import { isForSales, mayTakeInquiries } from './purposes';

export function stageOf(pipeline: Pick<Pipeline, 'stages'> | undefined, key: string): Stage | undefined {
  return pipeline?.stages.find((stage) => stage.key === key);
}

export function stageName(pipeline: Pick<Pipeline, 'stages'> | undefined, key: string): string {
  return stageOf(pipeline, key)?.name ?? key;
}

// Whether inquiries wait in this pipeline for whoever accepts them.
export const hasIncoming = ({ stages }: Pick<Pipeline, 'stages'>): boolean => stages[0]?.kind === Stage_Kind.INCOMING;

export function isClosing(stage: Stage): boolean {
  return stage.kind === Stage_Kind.WON || stage.kind === Stage_Kind.LOST;
}

// Whether inquiries that name no pipeline become deals of this one: the account's default or, without one, the first
// for sales, else for leads or claims, else of all.
export function takesInquiries(pipelines: Pipeline[], key: string): boolean {
  const usual = pipelines.find(({ defaultForInquiries }) => defaultForInquiries);
  const taking = usual ?? pipelines.find(isForSales) ?? pipelines.find(mayTakeInquiries) ?? pipelines[0];
  return taking?.key === key;
}

// The stage that the deal moves to when its offer is taken; undefined: it stays. As the service decides it.
export function stageOnTake(pipeline: Pipeline | undefined, deal: Deal): Stage | undefined {
  if (!pipeline?.takeStage || pipeline.archiveTime) return undefined;
  const target = stageOf(pipeline, pipeline.takeStage);
  const current = stageOf(pipeline, deal.stage);
  return target && (!current || target.position > current.position) ? target : undefined;
}

import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';

// Whether a stage of the pipeline asks anything of deals: otherwise nobody need ask the service.
export const hasRules = (pipeline: Pipeline | undefined): boolean =>
  pipeline?.stages.some(({ rules }) => rules.length > 0) ?? false;

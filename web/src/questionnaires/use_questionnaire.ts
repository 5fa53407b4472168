import { companyKind, contactKind } from '../clients/client_kinds';
import { useClient } from '../clients/client_query';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import type { Questionnaire } from '../gen/voronka/crm/v1/questionnaire_pb';
import { usePipeline } from '../pipelines/pipelines';
import { stageOf } from '../pipelines/stages';
import type { KnownFacts } from '../rules/field_values';

interface Asking {
  questionnaire: Questionnaire;
  facts: KnownFacts;
}

// What is to be found out about the deal on its stage, and what is known. Undefined: the stage asks nothing.
export function useQuestionnaire(deal: Deal): Asking | undefined {
  const questionnaire = stageOf(usePipeline(deal.pipeline), deal.stage)?.questionnaire;
  const { data: contact } = useClient(contactKind, questionnaire ? deal.contactId : 0n);
  const { data: company } = useClient(companyKind, questionnaire ? deal.companyId : 0n);
  return questionnaire && { questionnaire, facts: { deal, contact, company } };
}

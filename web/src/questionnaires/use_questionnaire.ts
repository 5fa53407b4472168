import { companyKind, contactKind } from '../clients/client_kinds';
import { useClient } from '../clients/client_query';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import type { Question, Questionnaire } from '../gen/voronka/crm/v1/questionnaire_pb';
import { usePipeline } from '../pipelines/pipelines';
import { stageOf } from '../pipelines/stages';
import type { KnownFacts } from '../rules/field_values';
import { questionAbout } from './questionnaire';

// Of the deal, as far as it is wanted and loaded.
function useFacts(deal: Deal, areWanted: boolean): KnownFacts {
  const { data: contact } = useClient(contactKind, areWanted ? deal.contactId : 0n);
  const { data: company } = useClient(companyKind, areWanted ? deal.companyId : 0n);
  return { deal, contact, company };
}

interface Asking {
  questionnaire: Questionnaire;
  facts: KnownFacts;
}

// What is to be found out about the deal on its stage, and what is known. Undefined: the stage asks nothing.
export function useQuestionnaire(deal: Deal): Asking | undefined {
  const questionnaire = stageOf(usePipeline(deal.pipeline), deal.stage)?.questionnaire;
  const facts = useFacts(deal, questionnaire !== undefined);
  return questionnaire && { questionnaire, facts };
}

// Says in which question a stage of the deal's pipeline asks for a field, by its name in rules. Undefined: in none.
export function useQuestionAbout(deal: Deal): (name: string) => Question | undefined {
  const stages = usePipeline(deal.pipeline)?.stages ?? [];
  const facts = useFacts(
    deal,
    stages.some(({ questionnaire }) => questionnaire !== undefined),
  );
  return (name) => questionAbout(name, stages, facts);
}

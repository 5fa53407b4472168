import { useQuery } from '@tanstack/react-query';
import { deals } from '../api/clients';
import type { Violation } from '../api/refusal';
import { companyKind, contactKind } from '../clients/client_kinds';
import { useClient } from '../clients/client_query';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import type { Stage } from '../gen/voronka/crm/v1/pipeline_pb';
import { useTranslation } from '../i18n/translation';
import { mayChangeDeal } from '../people/rights';
import { nextStage } from '../pipelines/next_stage';
import { usePipeline } from '../pipelines/pipelines';
import { hasRules } from '../pipelines/rules';
import { fieldAt } from '../rules/field_name';
import { nextAskedKey } from './deal_query';

async function askService(dealId: bigint, stage: string): Promise<Violation[]> {
  return (await deals.canMove({ dealId, stage })).verdicts.flatMap(({ violations }) => violations);
}

interface NextAsked {
  stage: Stage;
  // What the deal lacks for it. Undefined until it is known.
  violations: Violation[] | undefined;
}

// What the deal lacks for its next stage. Undefined: there is none, or nothing is asked in its pipeline.
export function useNextAsked(deal: Deal): NextAsked | undefined {
  const pipeline = usePipeline(deal.pipeline);
  const { data: contact } = useClient(contactKind, deal.contactId);
  const { data: company } = useClient(companyKind, deal.companyId);
  const next = nextStage(pipeline, deal.stage);
  const isAsked = next !== undefined && hasRules(pipeline) && mayChangeDeal(deal);
  const stage = next?.key ?? '';
  const versions = [deal.etag, contact?.etag, company?.etag, pipeline?.etag].map(String);
  const { data } = useQuery({
    queryKey: [...nextAskedKey(deal.id), ...versions, stage],
    queryFn: () => askService(deal.id, stage),
    enabled: isAsked,
    // Until the answer about the changed deal is here.
    placeholderData: (before, query) => (query?.queryKey.at(-1) === stage ? before : undefined),
  });
  return isAsked ? { stage: next, violations: data } : undefined;
}

// Says of a field, by its name in rules, that the next stage asks for it. Empty: it does not.
export function useNeededFor(deal: Deal): (name: string) => string {
  const { t } = useTranslation();
  const next = useNextAsked(deal);
  const needed = new Set(next?.violations?.map(({ field }) => fieldAt(field)));
  return (name) => (next && needed.has(name) ? t('stageInfo.neededFor', { stage: next.stage.name }) : '');
}

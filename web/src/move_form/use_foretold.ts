import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Target } from '../deal/conversion';
import type { Contact } from '../gen/voronka/crm/v1/contact_pb';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { Stage_Kind } from '../gen/voronka/crm/v1/pipeline_pb';
import { askVerdicts } from '../moves/ask_service';
import { usePipeline } from '../pipelines/pipelines';
import { foretold } from './conversion_asks';

// What a conversion to there will lack, as far as the service tells before it. Asks again when the lead has changed.
export function useForetold(lead: Deal, contact: Contact | undefined, target: Target) {
  const won = usePipeline(lead.pipeline)?.stages.find(({ kind }) => kind === Stage_Kind.WON)?.key ?? '';
  const { data, refetch } = useQuery({
    queryKey: ['conversion', String(lead.id), String(lead.etag), won, target.pipeline, target.stage],
    queryFn: async () => {
      const [ofLead, ofDeal] = await Promise.all([
        askVerdicts(lead, won),
        askVerdicts(lead, target.stage, target.pipeline),
      ]);
      return { ofLead: ofLead?.get(won) ?? [], ofDeal: ofDeal?.get(target.stage) ?? [] };
    },
    enabled: won !== '' && target.stage !== '',
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  return {
    violations: data ? foretold(data.ofLead, data.ofDeal, lead, contact) : [],
    askAgain: () => void refetch(),
  };
}

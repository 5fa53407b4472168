import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { deals } from '../api/clients';
import { forms } from '../api/later_clients';
import { useFailure } from '../api/use_failure';
import { DealSchema } from '../gen/voronka/crm/v1/deal_pb';
import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';
import { resourcesOf } from '../live/changes';
import { reread } from '../live/reread';
import { changeTopic } from '../live/topics';
import { currentUserId, peopleQuery } from '../people/people';
import { useEveryPipeline } from '../pipelines/pipelines';
import { useQueues } from '../queues/queues';
import { stepsOf } from './steps';

const formsKey = ['first-steps', 'forms'];
const dealsKey = ['first-steps', 'deals'];

// Nobody has so many forms, and one is enough.
const pageSize = 100;

// The totals are stored, so this costs less than any list of deals.
async function countDeals(pipelines: Pipeline[]): Promise<number> {
  const totals = await Promise.all(pipelines.map(({ key }) => deals.listStageTotals({ pipeline: key })));
  return totals.flatMap((answer) => answer.totals).reduce((sum, total) => sum + Number(total.deals), 0);
}

function useForms() {
  return useQuery({
    queryKey: formsKey,
    queryFn: async () => (await forms.listForms({ pageSize })).forms,
    refetchOnMount: 'always',
  });
}

// Until there is one, each change of a deal may be the first deal.
function useDealCount() {
  const client = useQueryClient();
  const pipelines = useEveryPipeline();
  const query = useQuery({
    queryKey: dealsKey,
    queryFn: () => countDeals(pipelines ?? []),
    enabled: pipelines !== undefined,
    refetchOnMount: 'always',
  });
  const isNone = query.data === 0;
  useEffect(() => {
    if (!isNone) return undefined;
    return changeTopic.subscribe((changes) => {
      if (resourcesOf(changes, DealSchema).length) reread(client, dealsKey);
    });
  }, [client, isNone]);
  return query;
}

// The steps of this account as they are now; undefined: not known yet.
export function useSteps() {
  const [people, queues, ofForms, count] = [useQuery(peopleQuery), useQueues(), useForms(), useDealCount()];
  const failures = [useFailure(people), useFailure(queues), useFailure(ofForms), useFailure(count)];
  const steps = useMemo(() => {
    if (!people.data || !queues.data || !ofForms.data || count.data === undefined) return undefined;
    const had = { people: people.data, queues: queues.data, forms: ofForms.data, deals: count.data };
    return stepsOf(had, currentUserId());
  }, [people.data, queues.data, ofForms.data, count.data]);
  return { steps, failure: failures.find((found) => found) };
}

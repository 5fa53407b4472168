import { toJsonString } from '@bufbuild/protobuf';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ConditionSchema, type Condition } from '../gen/voronka/crm/v1/condition_pb';
import { changeTopic } from '../live/topics';
import { reread } from '../live/reread';
import { batched } from '../state/batching';
import type { Row } from './columns';
import type { Subject } from './subject';

// The same for equal filters.
export const filterKey = (filter: Condition | undefined): string =>
  filter ? toJsonString(ConditionSchema, filter) : '';

const countKey = <T extends Row>({ filters }: Subject<T>) => ['table-count', filters];
// A count reads up to ten thousand records, so that not every change asks for one.
const collectMs = 10_000;

// How many records suit the filter, and what they amount to. Undefined until it is known.
export function useCount<T extends Row>(subject: Subject<T>, filter: Condition | undefined) {
  const client = useQueryClient();
  useEffect(() => {
    const recount = batched<true>(collectMs, 1, () => reread(client, countKey(subject)));
    return changeTopic.subscribe((changes) => {
      if (subject.changed(changes).length + subject.gone(changes).length) recount([true]);
    });
  }, [client, subject]);
  return useQuery({
    queryKey: [...countKey(subject), filterKey(filter)],
    queryFn: ({ signal }) => subject.count(filter, signal),
    placeholderData: keepPreviousData,
  }).data;
}

import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { remarks } from '../api/remark_client';
import { RemarkSchema, type Remark_State } from '../gen/voronka/crm/v1/remark_pb';
import { resourcesOf, showChangesOf } from '../live/changes';
import { reread } from '../live/reread';
import { changeTopic } from '../live/topics';

export const remarksKey = ['remarks'];
const pageSize = 50;

showChangesOf(RemarkSchema);

// Newest first, page by page.
export function useRemarks(state: Remark_State) {
  return useInfiniteQuery({
    queryKey: [...remarksKey, state],
    queryFn: ({ pageParam }) => remarks.listRemarks({ state, pageSize, pageToken: pageParam }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextPageToken || undefined,
  });
}

// Those that a version of the configuration answers.
export function useAnsweredBy(version: bigint) {
  return useQuery({
    queryKey: [...remarksKey, 'version', String(version)],
    queryFn: async () => (await remarks.listRemarks({ answerVersion: version })).remarks,
  });
}

export function useFollowRemarks(): void {
  const client = useQueryClient();
  useEffect(
    () =>
      changeTopic.subscribe((changes) => {
        if (resourcesOf(changes, RemarkSchema).length) reread(client, remarksKey);
      }),
    [client],
  );
}

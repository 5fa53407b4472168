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

// Newest first, page by page. `key`: of the answers.
function usePages(key: string, asked: { state?: Remark_State; authorUserId?: bigint }) {
  return useInfiniteQuery({
    queryKey: [...remarksKey, key],
    queryFn: ({ pageParam }) => remarks.listRemarks({ ...asked, pageSize, pageToken: pageParam }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextPageToken || undefined,
  });
}

export const useRemarks = (state: Remark_State) => usePages(`state ${state}`, { state });

export const useOwnRemarks = (userId: bigint) => usePages(`of ${userId}`, { authorUserId: userId });

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

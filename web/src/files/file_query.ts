import { useInfiniteQuery } from '@tanstack/react-query';
import { queryClient } from '../api/query_client';
import { FileSchema } from '../gen/voronka/crm/v1/file_pb';
import { resourcesOf, showChangesOf } from '../live/changes';
import { streamReady } from '../live/readiness';
import { reread } from '../live/reread';
import { changeTopic } from '../live/topics';
import { files } from './file_client';
import type { KeptFile, Owner } from './owner';

const pageSize = 20;
const keyOf = ({ entity, entityId }: Owner) => ['files', entity, String(entityId)];

// The files of a card, newest first, page by page.
export function useFiles(owner: Owner) {
  const { entity, entityId } = owner;
  return useInfiniteQuery({
    queryKey: keyOf(owner),
    queryFn: async ({ pageParam }) => {
      await streamReady();
      return files.listFiles({ entity, entityId, pageSize, pageToken: pageParam });
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextPageToken || undefined,
  });
}

// Reads the list again after the answer to a change of one's own, before its event arrives.
export function rereadFiles(owner: Owner): void {
  reread(queryClient, keyOf(owner));
}

async function settled<T>(owner: Owner, change: Promise<T>): Promise<T> {
  try {
    return await change;
  } finally {
    rereadFiles(owner);
  }
}

// Refused if somebody else has changed it.
export function renameFile(requestId: string, known: KeptFile, name: string): Promise<KeptFile> {
  const { id: fileId, etag } = known;
  const request = { requestId, fileId, file: { name }, updateMask: { paths: ['name'] }, etag };
  return settled(known, files.updateFile(request));
}

export const removeFile = (requestId: string, known: KeptFile) =>
  settled(known, files.deleteFile({ requestId, fileId: known.id }));

export const returnFile = (requestId: string, known: KeptFile) =>
  settled(known, files.undeleteFile({ requestId, fileId: known.id }));

showChangesOf(FileSchema);
changeTopic.subscribe((changes) => {
  resourcesOf(changes, FileSchema).forEach(rereadFiles);
});

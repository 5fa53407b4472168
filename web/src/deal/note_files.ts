import { useState } from 'react';
import { queryClient } from '../api/query_client';
import { useFiles } from '../files/file_query';
import type { KeptFile } from '../files/owner';
import { sendings, sendUpTo } from '../files/sendings';
import { Entity } from '../gen/voronka/crm/v1/field_set_pb';
import { FileSchema } from '../gen/voronka/crm/v1/file_pb';
import { resourcesOf } from '../live/changes';
import { reread } from '../live/reread';
import { changeTopic } from '../live/topics';
import { useObserved } from '../state/observable';
import { timelineKey } from './deal_query';

// The files that a note is to name. They are sent while it is written, and belong to the deal from then on.
export function useNoteFiles(dealId: bigint) {
  const owner = { entity: Entity.DEAL, entityId: dealId };
  const list = useFiles(owner);
  const largest = Number(list.data?.pages[0]?.largestSize ?? 0n);
  const [named, setNamed] = useState<KeptFile[]>([]);
  const [sent, setSent] = useState<number[]>([]);
  const underWay = useObserved(sendings).filter(({ id }) => sent.includes(id));
  const name = (kept: KeptFile) => setNamed((known) => [...known, kept]);
  return {
    named,
    underWay,
    canTake: largest > 0,
    isSending: underWay.some(({ problem }) => !problem),
    take: (chosen: File[]) => {
      const begun = chosen.map((file) => sendUpTo(largest, owner, file, name));
      setSent((known) => [...known, ...begun]);
    },
    leaveOut: ({ id }: KeptFile) => setNamed((known) => known.filter((other) => other.id !== id)),
    clear: () => setNamed([]),
    putBack: (files: KeptFile[]) => setNamed((known) => [...files, ...known]),
  };
}

export type NoteFilesState = ReturnType<typeof useNoteFiles>;

// A note says what its files are called now.
changeTopic.subscribe((changes) => {
  for (const { entity, entityId } of resourcesOf(changes, FileSchema)) {
    if (entity === Entity.DEAL) reread(queryClient, timelineKey(entityId));
  }
});

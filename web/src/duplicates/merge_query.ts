import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { queryClient } from '../api/query_client';
import { refusalOf } from '../api/refusal';
import { showToast } from '../components/toasts';
import { rereadFiles } from '../files/file_query';
import { CompanySchema } from '../gen/voronka/crm/v1/company_pb';
import { ContactSchema } from '../gen/voronka/crm/v1/contact_pb';
import { Entity } from '../gen/voronka/crm/v1/field_set_pb';
import { ClientKind as Kind, type Merge, type UndoMergeResponse } from '../gen/voronka/crm/v1/merge_pb';
import { i18n } from '../i18n/i18n';
import { goneOf } from '../live/changes';
import { reread } from '../live/reread';
import { changeTopic } from '../live/topics';
import { merges, sharedPoints } from './merge_client';

const mergesKey = (kind: Kind, id: bigint) => ['merges', kind, String(id)];
const suspectsKey = ['suspects'];
const markedKey = ['marked-points'];
const sharedKey = (contactId: bigint) => ['shared-points', String(contactId)];

export function useMerges(kind: Kind, id: bigint) {
  return useQuery({
    queryKey: mergesKey(kind, id),
    queryFn: () => {
      const survivor =
        kind === Kind.CONTACT ? { case: 'contactId' as const, value: id } : { case: 'companyId' as const, value: id };
      return merges.listMerges({ survivor, pageSize: 20 });
    },
  });
}

export function useSuspects(kind: Kind) {
  return useInfiniteQuery({
    queryKey: [...suspectsKey, kind],
    queryFn: ({ pageParam }) => merges.listSuspects({ kind, pageSize: 50, pageToken: pageParam }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextPageToken || undefined,
  });
}

export function useSharedPoints(contactId: bigint) {
  return useQuery({ queryKey: sharedKey(contactId), queryFn: () => sharedPoints.listSharedPoints({ contactId }) });
}

export function useMarkedPoints() {
  return useQuery({ queryKey: markedKey, queryFn: () => sharedPoints.listMarkedPoints({}) });
}

export function rereadSharedPoints(contactId: bigint): void {
  reread(queryClient, sharedKey(contactId));
  reread(queryClient, markedKey);
}

export const rereadSuspects = (): void => reread(queryClient, suspectsKey);

const rereadClient = (kind: Kind, id: bigint): void =>
  reread(queryClient, [kind === Kind.CONTACT ? 'contact' : 'company', String(id)]);

const entityOf = (kind: Kind) => (kind === Kind.CONTACT ? Entity.CONTACT : Entity.COMPANY);

// Whoever was merged, or is there again, is read anew, and so are lists.
export function rereadAfter({ kind, survivorId, mergedId }: Merge): void {
  for (const id of [survivorId, mergedId]) {
    rereadClient(kind, id);
    reread(queryClient, mergesKey(kind, id));
    rereadFiles({ entity: entityOf(kind), entityId: id });
  }
  rereadSuspects();
}

// What stays with the survivor, in words.
function undoneText({ stayed }: UndoMergeResponse): string {
  const numbers = stayed.flatMap(({ dealId }) => (dealId ? [`#${dealId}`] : []));
  if (numbers.length) return i18n.t('duplicates.undoneButDeals', { deals: numbers.join(', ') });
  return i18n.t(stayed.length ? 'duplicates.undoneButChanges' : 'duplicates.undone');
}

export async function undoMerge(merge: Merge, requestId: string): Promise<void> {
  try {
    const undone = await merges.undoMerge({ requestId, mergeId: merge.id });
    showToast(undoneText(undone), 'good', { lasts: undone.stayed.length > 0 });
  } catch (error) {
    showToast(refusalOf(error).message);
  }
  rereadAfter(merge);
}

// One that a colleague has merged is not there any more: its page leads to the survivor's.
changeTopic.subscribe((changes) => {
  for (const { id } of goneOf(changes, ContactSchema)) rereadClient(Kind.CONTACT, id);
  for (const { id } of goneOf(changes, CompanySchema)) rereadClient(Kind.COMPANY, id);
});

import { useQuery } from '@tanstack/react-query';
import { dealContacts } from '../api/later_clients';
import { queryClient } from '../api/query_client';
import { refusalOf } from '../api/refusal';
import { DealContactSchema, type DealContact } from '../gen/voronka/crm/v1/deal_contact_pb';
import { resourcesOf, showChangesOf } from '../live/changes';
import { streamReady } from '../live/readiness';
import { reread } from '../live/reread';
import { changeTopic } from '../live/topics';
import { timelineKey } from './deal_query';

const keyOf = (dealId: bigint) => ['deal-contacts', String(dealId)];

// Who takes part in the deal besides its main contact, oldest first.
export function useDealContacts(dealId: bigint) {
  return useQuery({
    queryKey: keyOf(dealId),
    queryFn: async () => {
      await streamReady();
      return (await dealContacts.listDealContacts({ dealId })).dealContacts;
    },
  });
}

// The timeline tells who came and who left.
function reload(dealId: bigint): void {
  reread(queryClient, keyOf(dealId));
  reread(queryClient, timelineKey(dealId));
}

// Reads the list again after the answer to a change of one's own, before its event arrives.
async function settled<T>(dealId: bigint, change: Promise<T>): Promise<T> {
  try {
    return await change;
  } finally {
    reload(dealId);
  }
}

type Added = Pick<DealContact, 'dealId' | 'contactId' | 'role'>;

export const addToDeal = (requestId: string, added: Added) =>
  settled(added.dealId, dealContacts.createDealContact({ requestId, dealContact: added }));

export const takeFromDeal = (requestId: string, { id, dealId }: DealContact) =>
  settled(dealId, dealContacts.deleteDealContact({ requestId, dealContactId: id }));

// Returns why the role could not be saved; undefined when it was saved. Refused if somebody else has changed it.
export async function saveRole(requestId: string, known: DealContact, role: string): Promise<string | undefined> {
  const { id: dealContactId, dealId, etag } = known;
  const request = { requestId, dealContactId, dealContact: { role }, updateMask: { paths: ['role'] }, etag };
  try {
    await settled(dealId, dealContacts.updateDealContact(request));
    return undefined;
  } catch (error) {
    const { fields, message } = refusalOf(error);
    return fields['deal_contact.role'] ?? message;
  }
}

// One that was taken away comes as it was last.
showChangesOf(DealContactSchema);
changeTopic.subscribe((changes) => {
  const changed = resourcesOf(changes, DealContactSchema).map(({ dealId }) => dealId);
  new Set(changed).forEach(reload);
});

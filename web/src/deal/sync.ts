import type { QueryClient } from '@tanstack/react-query';
import type { Change } from '../gen/voronka/crm/v1/change_pb';
import type { Contact } from '../gen/voronka/crm/v1/contact_pb';
import { changeTopic } from '../live/topics';
import { batched } from '../state/batching';
import { contactKey, timelineKey } from './deal_query';

const collectMs = 30;
const most = 1_000;

// The deal whose timeline shows the change; 0: none.
function dealOf({ resource }: Change): bigint {
  if (resource.case === 'deal') return resource.value.id;
  if (resource.case === 'task' || resource.case === 'entry' || resource.case === 'inquiry')
    return resource.value.dealId;
  return 0n;
}

function putContact(client: QueryClient, contact: Contact): void {
  client.setQueryData<Contact>(contactKey(contact.id), (known) =>
    known && known.etag < contact.etag ? contact : known,
  );
}

export function syncDealLists(client: QueryClient): () => void {
  const reload = batched<bigint>(collectMs, most, (dealIds) => {
    dealIds.forEach((dealId) => void client.invalidateQueries({ queryKey: timelineKey(dealId) }));
  });
  return changeTopic.subscribe((changes) => {
    reload(changes.map(dealOf));
    for (const { resource } of changes) if (resource.case === 'contact') putContact(client, resource.value);
  });
}

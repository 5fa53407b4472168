import type { Change } from '../gen/voronka/crm/v1/change_pb';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { changeTopic } from '../live/topics';
import { loadCards } from './card_loader';
import { cardStore } from './card_store';

function dealsOf(changes: Change[]): Deal[] {
  return changes.flatMap(({ resource }) => (resource.case === 'deal' ? [resource.value] : []));
}

// Deals that have not changed themselves, but whose cards now show something else.
function dealsBeside(changes: Change[]): bigint[] {
  return changes.flatMap(({ resource }) => {
    if (resource.case === 'task') return cardStore.card(resource.value.dealId) ? [resource.value.dealId] : [];
    if (resource.case === 'contact') return dealsOfContact(resource.value.id);
    return [];
  });
}

function dealsOfContact(contactId: bigint): bigint[] {
  return [...cardStore.all()].flatMap(({ deal }) => (deal?.contactId === contactId ? [deal.id] : []));
}

export function syncCards(): () => void {
  return changeTopic.subscribe((changes) => {
    loadCards([...cardStore.putDeals(dealsOf(changes)), ...dealsBeside(changes)]);
  });
}

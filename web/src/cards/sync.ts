import type { Change } from '../gen/voronka/crm/v1/change_pb';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { shelf } from './shelf';
import { changesTold } from './topics';
import { wantCards } from './wanted_cards';

function dealsOf(changes: Change[]): Deal[] {
  return changes.flatMap(({ resource }) => (resource.case === 'deal' ? [resource.value] : []));
}

// The deals whose card says something else now, though they are the same themselves.
function dealsBeside(changes: Change[]): bigint[] {
  return changes.flatMap(({ resource }) => {
    if (resource.case === 'task') return shelf.card(resource.value.dealId) ? [resource.value.dealId] : [];
    if (resource.case === 'contact') return dealsOfContact(resource.value.id);
    return [];
  });
}

function dealsOfContact(contactId: bigint): bigint[] {
  return [...shelf.all()].flatMap(({ deal }) => (deal?.contactId === contactId ? [deal.id] : []));
}

export function keepShelf(): () => void {
  return changesTold.on((changes) => {
    wantCards([...shelf.putDeals(dealsOf(changes)), ...dealsBeside(changes)]);
  });
}

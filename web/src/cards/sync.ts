import { ContactSchema } from '../gen/voronka/crm/v1/contact_pb';
import { DealSchema } from '../gen/voronka/crm/v1/deal_pb';
import { TaskSchema } from '../gen/voronka/crm/v1/task_pb';
import { resourcesOf, type LiveChange } from '../live/changes';
import { changeTopic } from '../live/topics';
import { loadCards } from './card_loader';
import { cardStore } from './card_store';

// Deals that have not changed themselves, but whose cards now show something else.
function dealsBeside(changes: LiveChange[]): bigint[] {
  const ofTasks = resourcesOf(changes, TaskSchema).map(({ dealId }) => dealId);
  const ofContacts = resourcesOf(changes, ContactSchema).flatMap(({ id }) => dealsOfContact(id));
  return [...ofTasks.filter((dealId) => cardStore.card(dealId)), ...ofContacts];
}

function dealsOfContact(contactId: bigint): bigint[] {
  return [...cardStore.all()].flatMap(({ deal }) => (deal?.contactId === contactId ? [deal.id] : []));
}

export function syncCards(): () => void {
  return changeTopic.subscribe((changes) => {
    loadCards([...cardStore.putDeals(resourcesOf(changes, DealSchema)), ...dealsBeside(changes)]);
  });
}

import { CompanySchema } from '../gen/voronka/crm/v1/company_pb';
import { ContactSchema } from '../gen/voronka/crm/v1/contact_pb';
import { DealSchema, type Deal } from '../gen/voronka/crm/v1/deal_pb';
import { TaskSchema } from '../gen/voronka/crm/v1/task_pb';
import { goneOf, resourcesOf, type LiveChange } from '../live/changes';
import { changeTopic } from '../live/topics';
import { loadCards } from './card_loader';
import { cardStore } from './card_store';

// Deals that have not changed themselves, but whose cards now show something else.
function dealsBeside(changes: LiveChange[]): bigint[] {
  const ofTasks = resourcesOf(changes, TaskSchema).map(({ dealId }) => dealId);
  const ofContacts = resourcesOf(changes, ContactSchema).flatMap(({ id }) =>
    dealsWhere((deal) => deal.contactId === id),
  );
  const ofCompanies = resourcesOf(changes, CompanySchema).flatMap(({ id }) =>
    dealsWhere((deal) => deal.companyId === id),
  );
  return [...ofTasks.filter((dealId) => cardStore.card(dealId)), ...ofContacts, ...ofCompanies];
}

function dealsWhere(shows: (deal: Deal) => boolean): bigint[] {
  return [...cardStore.all()].flatMap(({ deal }) => (deal && shows(deal) ? [deal.id] : []));
}

export function syncCards(): () => void {
  return changeTopic.subscribe((changes) => {
    cardStore.dropDeals(goneOf(changes, DealSchema));
    loadCards([...cardStore.putDeals(resourcesOf(changes, DealSchema)), ...dealsBeside(changes)]);
  });
}

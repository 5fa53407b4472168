import { loadCards } from '../cards/card_loader';
import { cardStore } from '../cards/card_store';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { updateField } from './edit_deal';

type Attached = { contactId: bigint } | { companyId: bigint };

// Makes it the deal's client or company; 0 takes it away. Refused if somebody else has changed that meanwhile.
export async function attach(requestId: string, deal: Deal, attached: Attached): Promise<void> {
  const path = 'contactId' in attached ? 'contact_id' : 'company_id';
  cardStore.putDeals([await updateField(deal, { requestId: `${requestId}.deal`, deal: attached, path })]);
  loadCards([deal.id]);
}

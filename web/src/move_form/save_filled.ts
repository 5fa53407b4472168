import { contacts, deals } from '../api/clients';
import { companies } from '../api/later_clients';
import { cardStore } from '../cards/card_store';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { partsOf, type FilledField } from '../rules/filled_fields';

// Writes what is filled in without a move, for whoever agrees to the deal as it is then.
export async function saveFilled(
  { id: dealId, contactId, companyId }: Deal,
  filled: FilledField[],
  requestId: (what: unknown) => string,
): Promise<void> {
  const { deal, contact, company } = partsOf(filled);
  if (contact.paths.length) {
    const change = { contactId, contact: contact.values, updateMask: { paths: contact.paths } };
    await contacts.updateContact({ ...change, requestId: requestId(change) });
  }
  if (company.paths.length) {
    const change = { companyId, company: company.values, updateMask: { paths: company.paths } };
    await companies.updateCompany({ ...change, requestId: requestId(change) });
  }
  if (deal.paths.length) {
    const change = { dealId, deal: deal.values, updateMask: { paths: deal.paths } };
    cardStore.putDeals([await deals.updateDeal({ ...change, requestId: requestId(change) })]);
  }
}

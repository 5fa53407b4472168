import { leads } from '../api/lead_client';
import { refusalOf } from '../api/refusal';
import { loadCards } from '../cards/card_loader';
import { cardStore } from '../cards/card_store';
import { showToast } from '../components/toasts';
import type { Conversion } from '../gen/voronka/crm/v1/lead_pb';
import { dealName } from '../i18n/deal_name';
import { i18n } from '../i18n/i18n';
import { openDeal } from '../navigation/deal_route';
import { rereadLinkedDeals } from './linked_deals';

// Before its events arrive.
function put({ lead, deal }: Conversion): void {
  loadCards(cardStore.putDeals([lead, deal].flatMap((each) => each ?? [])));
  for (const each of [lead, deal]) if (each) rereadLinkedDeals(each.id);
}

// What stands in the way stays to be read.
export async function undoConversion(leadId: bigint): Promise<void> {
  try {
    put(await leads.undoConversion({ requestId: crypto.randomUUID(), dealId: leadId }));
    showToast(i18n.t('leads.undone'), 'good');
    openDeal(leadId);
  } catch (error) {
    showToast(refusalOf(error).message, 'bad', { lasts: true });
  }
}

// Leads on to the deal, and offers the way back.
export function tellConverted(conversion: Conversion): void {
  put(conversion);
  const { lead, deal } = conversion;
  if (!lead || !deal) return;
  const action = { label: i18n.t('leads.undo'), act: () => void undoConversion(lead.id) };
  showToast(i18n.t('leads.converted', { name: dealName(deal.id, deal.name) }), 'good', { action });
  openDeal(deal.id);
}

import { useState } from 'react';
import { deals } from '../api/clients';
import { refusalOf } from '../api/refusal';
import { cardStore } from '../cards/card_store';
import { companyKind, contactKind } from '../clients/client_kinds';
import { useClient } from '../clients/client_query';
import { showToast } from '../components/toasts';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { usePipeline } from '../pipelines/pipelines';
import { stageOf } from '../pipelines/stages';
import { itemsOf, type ListedItem } from './checklist';

// The items of the deal's stage that concern the deal, as the service has them.
export function useChecklist(deal: Deal): ListedItem[] {
  const stage = stageOf(usePipeline(deal.pipeline), deal.stage);
  const hasConditions = stage?.checklist.some(({ condition }) => condition) ?? false;
  const { data: contact } = useClient(contactKind, hasConditions ? deal.contactId : 0n);
  const { data: company } = useClient(companyKind, hasConditions ? deal.companyId : 0n);
  return itemsOf(stage, { deal, contact, company });
}

// What the user has just pressed, by the keys of items, until the service has answered.
type Pressed = Partial<Record<string, boolean>>;

// Ticks items at once on the screen. A refusal undoes it, and is told.
export function useTicking({ id }: Pick<Deal, 'id'>) {
  const [pressed, setPressed] = useState<Pressed>({});
  const tick = async (item: string, ticked: boolean) => {
    setPressed((now) => ({ ...now, [item]: ticked }));
    try {
      const request = { requestId: crypto.randomUUID(), dealId: id, item, untick: !ticked };
      cardStore.putDeals([await deals.tickChecklistItem(request)]);
    } catch (error) {
      showToast(refusalOf(error).message, 'bad');
    } finally {
      setPressed((now) => ({ ...now, [item]: undefined }));
    }
  };
  return { pressed, tick };
}

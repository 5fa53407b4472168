import { deals } from '../api/clients';
import { refusalOf } from '../api/refusal';
import { cardStore } from '../cards/card_store';
import { companyKind, contactKind } from '../clients/client_kinds';
import { useClient } from '../clients/client_query';
import { showToast } from '../components/toasts';
import type { Deal } from '../gen/voronka/crm/v1/deal_pb';
import { usePipeline } from '../pipelines/pipelines';
import { stageOf } from '../pipelines/stages';
import { currentLogin } from '../session/session';
import { InOrder } from '../state/in_order';
import { useObserved, userScoped } from '../state/observable';
import { itemsOf, type ListedItem } from './checklist';

// The items of the deal's stage that concern the deal, as the service has them.
export function useChecklist(deal: Deal): ListedItem[] {
  const stage = stageOf(usePipeline(deal.pipeline), deal.stage);
  const hasConditions = stage?.checklist.some(({ condition }) => condition) ?? false;
  const { data: contact } = useClient(contactKind, hasConditions ? deal.contactId : 0n);
  const { data: company } = useClient(companyKind, hasConditions ? deal.companyId : 0n);
  return itemsOf(stage, { deal, contact, company });
}

// What the user has pressed last, by `deal pipeline stage item`, until the service has answered to it. The card and the
// dialog of a move show it alike.
const pressed = userScoped<ReadonlyMap<string, boolean>>(new Map());
const presses = new InOrder();

function setPressed(key: string, ticked: boolean | undefined): void {
  const now = new Map(pressed.get());
  if (ticked === undefined) now.delete(key);
  else now.set(key, ticked);
  pressed.set(now);
}

async function send(dealId: bigint, item: string, ticked: boolean): Promise<void> {
  try {
    const request = { requestId: crypto.randomUUID(), dealId, item, untick: !ticked };
    cardStore.putDeals([await deals.tickChecklistItem(request)]);
  } catch (error) {
    showToast(refusalOf(error).message, 'bad');
  }
}

// Ticks items at once on the screen. A refusal undoes it, and is told. Whoever presses an item again before the answer
// gets what they pressed last.
export function useTicking({ id, pipeline, stage }: Pick<Deal, 'id' | 'pipeline' | 'stage'>) {
  const now = useObserved(pressed);
  const keyOf = (item: string) => `${id} ${pipeline} ${stage} ${item}`;
  const tick = (item: string, ticked: boolean) => {
    const key = keyOf(item);
    const login = currentLogin();
    setPressed(key, ticked);
    presses.add(key, async () => {
      // It is nobody else's press.
      if (currentLogin() !== login) return;
      await send(id, item, ticked);
      if (!presses.waits(key)) setPressed(key, undefined);
    });
  };
  return { pressed: (item: string) => now.get(keyOf(item)), tick };
}

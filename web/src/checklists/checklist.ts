import type { ChecklistTick, Deal } from '../gen/voronka/crm/v1/deal_pb';
import type { ChecklistItem, Stage } from '../gen/voronka/crm/v1/pipeline_pb';
import { isTrue } from '../rules/condition_true';
import type { KnownFacts } from '../rules/field_values';

// An item of a checklist, and who ticked it.
export interface ListedItem {
  item: ChecklistItem;
  // Undefined: it is not ticked.
  tick: ChecklistTick | undefined;
}

const tickOf = (deal: Deal, { key }: ChecklistItem): ChecklistTick | undefined =>
  deal.checklistTicks?.ticks.find(
    (tick) => tick.pipeline === deal.pipeline && tick.stage === deal.stage && tick.item === key,
  );

// The items of the deal's stage that concern the deal.
export function itemsOf(stage: Pick<Stage, 'checklist'> | undefined, facts: KnownFacts): ListedItem[] {
  const items = stage?.checklist ?? [];
  return items
    .filter(({ condition }) => !condition || isTrue(condition, facts))
    .map((item) => ({ item, tick: tickOf(facts.deal, item) }));
}

import type { MessageInitShape } from '@bufbuild/protobuf';
import type { ChecklistItem, ChecklistItemSchema } from '../gen/voronka/crm/v1/pipeline_pb';
import type { NamedFields } from '../rules/named_fields';
import { conditionOf, draftCondition, type DraftCondition } from './draft_condition';

// An item of a stage's checklist as an admin writes it. A key names it as long as it is not saved, too.
export interface DraftItem {
  key: string;
  text: string;
  condition?: DraftCondition;
  isNew: boolean;
}

export const draftItem = ({ key, text, condition }: ChecklistItem): DraftItem => ({
  ...{ key, text, isNew: false },
  ...(condition && { condition: draftCondition(condition) }),
});

// As the service takes it.
export function itemOf(
  { key, text, condition }: DraftItem,
  fields: NamedFields | undefined,
): MessageInitShape<typeof ChecklistItemSchema> {
  const sent = condition && conditionOf(condition, fields);
  return { key, text: text.trim(), ...(sent && { condition: sent }) };
}

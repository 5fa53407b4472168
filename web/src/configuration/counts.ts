import { isSystem } from '../fields/labels';
import type { Configuration } from '../gen/voronka/crm/v1/configuration_pb';
import type { Entity } from '../gen/voronka/crm/v1/field_set_pb';

// Of the account's own, as opposed to those that every account has.
export function ownFieldCount({ fieldSets }: Configuration, entity: Entity): number {
  const fields = fieldSets.filter((set) => set.entity === entity).flatMap((set) => set.fields);
  return fields.filter(({ key }) => !isSystem(entity, key)).length;
}

export function ruleCount({ pipelines }: Configuration): number {
  return pipelines.flatMap(({ stages }) => stages).reduce((sum, { rules }) => sum + rules.length, 0);
}

import type { Field, FieldSet } from '../gen/voronka/crm/v1/field_set_pb';

export interface ShownGroup {
  // Empty: the account has no groups.
  key: string;
  name: string;
  fields: Field[];
}

const isIn = (pipeline: string, { pipelines }: Field): boolean =>
  pipelines.length === 0 || pipelines.includes(pipeline);

// The fields of a deal in the pipeline, or of a contact, by group and in order. The first group is always there, and
// has the fields that name no group; others without a field are left out.
export function shownGroups({ groups, fields }: Pick<FieldSet, 'groups' | 'fields'>, pipeline: string): ShownGroup[] {
  const all = groups.length ? groups : [{ key: '', name: '' }];
  const known = new Set(all.map(({ key }) => key));
  const first = all[0]?.key ?? '';
  const groupOf = ({ group }: Field) => (known.has(group) ? group : first);
  const shown = fields.filter((field) => isIn(pipeline, field));
  return all
    .map(({ key, name }) => ({ key, name, fields: shown.filter((field) => groupOf(field) === key) }))
    .filter((group) => group.key === first || group.fields.length > 0);
}

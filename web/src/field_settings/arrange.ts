import { Field_Kind } from '../gen/voronka/crm/v1/field_set_pb';
import { removedOf, takenKeys, type DraftChoice, type DraftField, type DraftSet, type Work } from './draft_set';
import { keyFromLabel } from '../settings/key_from_label';
import { moved, newId } from '../settings/order';

// What an admin does to a field set, one function for each. They return the set as it is afterwards.

// The key of the group that the field is shown in: the first one, if it names none that there is.
export function groupOf({ groups }: DraftSet, { group }: DraftField): string {
  return groups.some(({ key }) => key === group) ? group : (groups[0]?.key ?? '');
}

export const fieldsIn = (set: DraftSet, group: string): DraftField[] =>
  set.fields.filter((field) => groupOf(set, field) === group);

export function withField(work: Work, changed: DraftField): DraftSet {
  const key =
    changed.isNew && !changed.isKeyTyped
      ? keyFromLabel(changed.label, 'field', takenKeys(work, changed.id))
      : changed.key;
  const fields = work.typed.fields.map((field) => (field.id === changed.id ? { ...changed, key } : field));
  return { ...work.typed, fields };
}

export function newField(work: Work, group: string): DraftField {
  return {
    ...{ id: newId(), key: keyFromLabel('', 'field', takenKeys(work, '')), label: '', kind: Field_Kind.TEXT, group },
    ...{ hint: '', choices: [], pipelines: [], min: '', max: '', maxLength: '' },
    ...{ system: false, isNew: true, isKeyTyped: false },
  };
}

// At the end of its group, as all are in one list.
export function withAdded({ typed }: Work, field: DraftField): DraftSet {
  return { ...typed, fields: [...typed.fields, field] };
}

export function withoutField({ typed }: Work, { id }: DraftField): DraftSet {
  return { ...typed, fields: typed.fields.filter((field) => field.id !== id) };
}

export function withRestored(work: Work, { id }: DraftField): DraftSet {
  const field = removedOf(work).find((removed) => removed.id === id);
  return field ? withAdded(work, field) : work.typed;
}

export function withFieldMoved({ typed }: Work, field: DraftField, step: -1 | 1): DraftSet {
  const group = groupOf(typed, field);
  return { ...typed, fields: moved(typed.fields, field, step, (other) => groupOf(typed, other) === group) };
}

// Before another field, and in its group.
export function withFieldBefore({ typed }: Work, id: string, target: DraftField): DraftSet {
  const field = typed.fields.find((other) => other.id === id);
  if (!field || id === target.id) return typed;
  const others = typed.fields.filter((other) => other !== field);
  const at = others.indexOf(target);
  const placed = { ...field, group: groupOf(typed, target) };
  // Dropped on one that is below it, it takes that one's place.
  const isBelow = typed.fields.indexOf(field) < typed.fields.indexOf(target);
  others.splice(isBelow ? at + 1 : at, 0, placed);
  return { ...typed, fields: others };
}

// The first group that an account makes is its second: the fields that there are stay in one of their own.
export function withNewGroup({ typed }: Work, name: string, usualName: string): DraftSet {
  const before = typed.groups.length ? typed.groups : [{ id: 'main', key: 'main', name: usualName }];
  const key = keyFromLabel(
    '',
    'group',
    before.map((group) => group.key),
  );
  return { ...typed, groups: [...before, { id: key, key, name }] };
}

export function withGroupNamed({ typed }: Work, id: string, name: string): DraftSet {
  return { ...typed, groups: typed.groups.map((group) => (group.id === id ? { ...group, name } : group)) };
}

export function withGroupMoved({ typed }: Work, id: string, step: -1 | 1): DraftSet {
  // A field that names no group is in the first: it stays in the one it is shown in.
  const fields = typed.fields.map((field) => ({ ...field, group: groupOf(typed, field) }));
  const group = typed.groups.find((other) => other.id === id);
  return { fields, groups: group ? moved(typed.groups, group, step) : typed.groups };
}

// Its fields go to the first group.
export function withoutGroup({ typed }: Work, id: string): DraftSet {
  const groups = typed.groups.filter((group) => group.id !== id);
  const first = groups[0]?.key ?? '';
  const fields = typed.fields.map((field) => {
    const group = groupOf(typed, field);
    return { ...field, group: groups.some(({ key }) => key === group) ? group : first };
  });
  return { groups, fields };
}

export const newChoice = (): DraftChoice => ({ id: newId(), key: '', name: '', retired: false });

// One that was saved stays, for the values that have it, and is not offered any more.
export function withoutChoice(choices: DraftChoice[], { id, key }: DraftChoice): DraftChoice[] {
  if (!key) return choices.filter((choice) => choice.id !== id);
  return choices.map((choice) => (choice.id === id ? { ...choice, retired: true } : choice));
}

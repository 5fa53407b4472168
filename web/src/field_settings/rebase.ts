import type { FieldSet } from '../gen/voronka/crm/v1/field_set_pb';
import { takenKeys, workOn, type DraftChoice, type DraftField, type Work } from './draft_set';
import { keyFromLabel } from './key_from_label';

interface Item {
  id: string;
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

// `lead` in its order, with what only `other` has after what precedes it there.
function woven(lead: string[], other: string[]): string[] {
  const all = [...lead];
  other.forEach((id, at) => {
    if (all.includes(id)) return;
    const before = other.slice(0, at).filter((earlier) => all.includes(earlier)).at(-1);
    all.splice(before === undefined ? 0 : all.indexOf(before) + 1, 0, id);
  });
  return all;
}

const ids = (items: Item[]): string[] => items.map(({ id }) => id);

function order(from: Item[], mine: Item[], theirs: Item[]): string[] {
  const common = (items: Item[], others: Item[]) => ids(items).filter((id) => ids(others).includes(id));
  const isMine = !isSame(common(mine, from), common(from, mine));
  return isMine ? woven(ids(mine), ids(theirs)) : woven(ids(theirs), ids(mine));
}

// What one of both has added, removed or changed. Mine where both have changed it.
function merged<T extends Item>(from: T[], mine: T[], theirs: T[], both: (mine: T, theirs: T) => T): T[] {
  const find = (items: T[], id: string) => items.find((item) => item.id === id);
  return order(from, mine, theirs).flatMap((id) => {
    const [was, own, other] = [find(from, id), find(mine, id), find(theirs, id)];
    if (was && !(own && other)) return [];
    if (!own || !other) return [own ?? other].filter((item) => item !== undefined);
    return [isSame(own, was) ? other : both(own, other)];
  });
}

// No choice that is saved may be missing.
function withTheirChoices(mine: DraftField, theirs: DraftField): DraftField {
  const isMissing = ({ key }: DraftChoice) => mine.choices.every((choice) => choice.key !== key);
  return { ...mine, choices: [...mine.choices, ...theirs.choices.filter(isMissing)] };
}

// What is not saved yet gives way to a field that somebody else has saved under the same key.
function withFreeKeys(work: Work): Work {
  const fields = work.typed.fields.map((field) => {
    const taken = takenKeys(work, field.id);
    if (!field.isNew || !taken.includes(field.key)) return field;
    return { ...field, key: keyFromLabel(field.label, 'field', taken) };
  });
  return { ...work, typed: { ...work.typed, fields } };
}

// An admin's work, begun on a field set that somebody else has changed since, on the set as it is now.
export function rebased({ from, typed }: Work, set: FieldSet): Work {
  const now = workOn(set);
  const groups = merged(from.groups, typed.groups, now.typed.groups, (mine) => mine);
  const fields = merged(from.fields, typed.fields, now.typed.fields, withTheirChoices);
  return withFreeKeys({ ...now, typed: { groups, fields } });
}

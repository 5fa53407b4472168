import type { FieldSet } from '../gen/voronka/crm/v1/field_set_pb';
import { takenKeys, workOn, type DraftChoice, type DraftField, type Work } from './draft_set';
import { keyFromLabel } from '../settings/key_from_label';
import { merged } from '../settings/merge';

const idOf = ({ id }: { id: string }): string => id;

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
  const groups = merged(idOf, { from: from.groups, mine: typed.groups, theirs: now.typed.groups }, (mine) => mine);
  const fields = merged(idOf, { from: from.fields, mine: typed.fields, theirs: now.typed.fields }, withTheirChoices);
  return withFreeKeys({ ...now, typed: { groups, fields } });
}

// Fields of the account's own, for the time of a story.
import { after } from 'node:test';

const sets = 'FieldSetService';

export const fieldSetOf = (person, entity) => person.call(`${sets}/GetFieldSet`, { entity });

// Changes the set as somebody else would, whatever it is by now.
export async function changeFieldSet(admin, entity, change) {
  const { etag, ...set } = await fieldSetOf(admin, entity);
  const fieldSet = { ...set, ...change({ groups: [], fields: [], removedFields: [], ...set }) };
  return admin.change(`${sets}/UpdateFieldSet`, { fieldSet, etag });
}

// For the stories of one file. Others find the set as it was: what they have added goes to the bin.
export async function restoreAfterwards(admin, entity) {
  const { groups = [], fields } = await fieldSetOf(admin, entity);
  after(() => changeFieldSet(admin, entity, () => ({ groups, fields })));
}

// Replaces those of the same keys.
export function addFields(admin, entity, added) {
  const isKept = ({ key }) => added.every((field) => field.key !== key);
  return changeFieldSet(admin, entity, ({ fields }) => ({ fields: [...fields.filter(isKept), ...added] }));
}

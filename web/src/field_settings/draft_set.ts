import type { MessageInitShape } from '@bufbuild/protobuf';
import { Entity, Field_Kind, type Field, type FieldSet, type FieldSetSchema } from '../gen/voronka/crm/v1/field_set_pb';
import type { Role } from '../gen/voronka/options/v1/access_pb';
import { keyFromLabel } from '../settings/key_from_label';

// A field set as an admin arranges it. Everything has an id that stays while its key may still change: the key itself,
// once it is saved.
export interface DraftChoice {
  id: string;
  // Empty: it is made from the name when the set is saved.
  key: string;
  name: string;
  retired: boolean;
}

export interface DraftGroup {
  id: string;
  key: string;
  name: string;
}

export interface DraftField {
  id: string;
  key: string;
  label: string;
  kind: Field_Kind;
  group: string;
  hint: string;
  choices: DraftChoice[];
  pipelines: string[];
  // Empty: all roles. Absent in a draft that this browser has kept since before there were any.
  visibleTo?: Role[];
  editableBy?: Role[];
  min: string;
  max: string;
  // As typed.
  maxLength: string;
  // Undefined: the draft was kept before there were any.
  unique?: boolean;
  filterable?: boolean;
  // Its values are still being prepared for the search.
  isFilling?: boolean;
  system: boolean;
  isNew: boolean;
  // The key is not made from the label any more.
  isKeyTyped: boolean;
}

export interface DraftSet {
  groups: DraftGroup[];
  fields: DraftField[];
}

// What an admin has before their eyes, and what they started from. It can be kept as JSON.
export interface Work {
  etag: string;
  from: DraftSet & { removed: DraftField[] };
  typed: DraftSet;
}

function draftField(field: Field): DraftField {
  const { key, label, kind, group, hint, pipelines, min, max, system } = field;
  const { unique, filterable, visibleTo, editableBy } = field;
  return {
    ...{ id: key, key, label, kind, group, hint, pipelines, min, max, system },
    ...{ unique, filterable, visibleTo, editableBy },
    isFilling: field.indexFilling,
    choices: field.choices.map((choice) => ({
      id: choice.key,
      key: choice.key,
      name: choice.name,
      retired: choice.retired,
    })),
    maxLength: field.maxLength ? String(field.maxLength) : '',
    isNew: false,
    isKeyTyped: true,
  };
}

export function workOn(set: FieldSet): Work {
  const typed = {
    groups: set.groups.map(({ key, name }) => ({ id: key, key, name })),
    fields: set.fields.map(draftField),
  };
  return { etag: String(set.etag), from: { ...typed, removed: set.removedFields.map(draftField) }, typed };
}

export function isChanged({ from, typed }: Work): boolean {
  const { groups, fields } = from;
  return JSON.stringify(typed) !== JSON.stringify({ groups, fields });
}

// The bin: what can come back with its values.
export function removedOf({ from, typed }: Work): DraftField[] {
  return [...from.fields, ...from.removed].filter(({ id }) => typed.fields.every((field) => field.id !== id));
}

// The keys that a new field cannot have: a removed field would come back in its place.
export function takenKeys(work: Work, except: string): string[] {
  return [...work.typed.fields, ...removedOf(work)].filter(({ id }) => id !== except).map(({ key }) => key);
}

export const hasChoices = ({ kind }: Pick<DraftField, 'kind'>): boolean =>
  kind === Field_Kind.CHOICE || kind === Field_Kind.CHOICES;

export const hasBounds = ({ kind }: Pick<DraftField, 'kind'>): boolean => kind === Field_Kind.NUMBER;

export const hasLength = ({ kind }: Pick<DraftField, 'kind'>): boolean =>
  kind === Field_Kind.TEXT || kind === Field_Kind.MULTILINE_TEXT;

const uniqueKinds = [
  ...[Field_Kind.TEXT, Field_Kind.NUMBER, Field_Kind.DATE, Field_Kind.CHOICE],
  ...[Field_Kind.USER, Field_Kind.PHONE, Field_Kind.EMAIL, Field_Kind.LINK],
];

export const mayBeUnique = ({ kind }: Pick<DraftField, 'kind'>): boolean => uniqueKinds.includes(kind);

export const mayBeFilterable = ({ kind }: Pick<DraftField, 'kind'>): boolean =>
  uniqueKinds.includes(kind) || kind === Field_Kind.CHOICES || kind === Field_Kind.YES_NO;

// The choices to be saved: a line without a name is none, unless it was saved before.
export const savedChoices = (field: DraftField): DraftChoice[] =>
  hasChoices(field) ? field.choices.filter(({ key, name }) => key || name.trim()) : [];

function keyedChoices(field: DraftField) {
  const keys = field.choices.map(({ key }) => key).filter(Boolean);
  return savedChoices(field).map(({ key: saved, name, retired }) => {
    const key = saved || keyFromLabel(name, 'choice', keys);
    keys.push(key);
    return { key, name: name.trim(), retired };
  });
}

const decimal = (typed: string): string => typed.replace(/\s/g, '').replace(/[−–]/, '-').replace(',', '.');

// As the service takes it: without what was typed for another kind.
export function messageOf(entity: Entity, { groups, fields }: DraftSet): MessageInitShape<typeof FieldSetSchema> {
  return {
    entity,
    groups: groups.map(({ key, name }) => ({ key, name: name.trim() })),
    fields: fields.map((field) => ({
      ...{ key: field.key, label: field.label.trim(), kind: field.kind, hint: field.hint.trim() },
      group: groups.some(({ key }) => key === field.group) ? field.group : '',
      choices: keyedChoices(field),
      pipelines: entity === Entity.DEAL ? field.pipelines : [],
      visibleTo: field.visibleTo ?? [],
      editableBy: field.editableBy ?? [],
      min: hasBounds(field) ? decimal(field.min) : '',
      max: hasBounds(field) ? decimal(field.max) : '',
      maxLength: hasLength(field) ? Number(field.maxLength) : 0,
      unique: mayBeUnique(field) && !field.system && Boolean(field.unique),
      filterable: mayBeFilterable(field) && !field.system && Boolean(field.filterable),
    })),
  };
}

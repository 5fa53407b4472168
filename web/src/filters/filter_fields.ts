import { create } from '@bufbuild/protobuf';
import type { TFunction } from 'i18next';
import { labelOf } from '../fields/labels';
import { Entity, Field_Kind as Kind, FieldSchema, type Field, type FieldSet } from '../gen/voronka/crm/v1/field_set_pb';
import type { Pipeline } from '../gen/voronka/crm/v1/pipeline_pb';
import { FilterSubject } from '../gen/voronka/crm/v1/saved_filter_pb';

// What has fields that a filter may name.
export type Word = 'deal' | 'contact' | 'company' | 'task';

export interface FilterField {
  // As conditions name it: `deal.stage`.
  name: string;
  word: Word;
  // With the label that people read, and its choices.
  field: Field;
  // «Телефон клиента»: with whose it is, unless the filter finds just those.
  label: string;
}

export type FilterFields = ReadonlyMap<string, FilterField>;

const wordsOf: Record<FilterSubject, Word[]> = {
  [FilterSubject.UNSPECIFIED]: [],
  [FilterSubject.DEALS]: ['deal', 'contact', 'company'],
  [FilterSubject.CONTACTS]: ['contact', 'company'],
  [FilterSubject.COMPANIES]: ['company'],
  [FilterSubject.TASKS]: ['task'],
};

const entities: Partial<Record<Word, Entity>> = {
  deal: Entity.DEAL,
  contact: Entity.CONTACT,
  company: Entity.COMPANY,
};

interface FurtherField {
  key: string;
  kind: Kind;
  // Found out for what is listed, not for what belongs to it.
  isFact?: boolean;
}

const facts = (...keys: string[]): FurtherField[] => keys.map((key) => ({ key, kind: Kind.YES_NO, isFact: true }));
const times = (...keys: string[]): FurtherField[] => keys.map((key) => ({ key, kind: Kind.TIME }));
const choices = (...keys: string[]): FurtherField[] => keys.map((key) => ({ key, kind: Kind.CHOICE }));

const clientFields: FurtherField[] = [
  { key: 'responsible_user_id', kind: Kind.USER },
  ...facts('has_open_deal', 'has_open_task', 'responsible_disabled'),
  ...times('create_time', 'update_time'),
  { key: 'id', kind: Kind.NUMBER },
];

// What no field set has, as the service knows it (filter.proto).
const further: Record<Word, FurtherField[]> = {
  deal: [
    { key: 'responsible_user_id', kind: Kind.USER },
    ...choices('stage', 'state', 'pipeline'),
    ...facts('has_open_task', 'has_overdue_task'),
    ...times('create_time', 'stage_enter_time', 'close_time', 'update_time'),
    ...choices('loss_reason'),
    { key: 'source', kind: Kind.CHOICE, isFact: true },
    ...facts('responsible_disabled'),
    { key: 'id', kind: Kind.NUMBER },
    { key: 'source_deal_id', kind: Kind.NUMBER },
  ],
  contact: clientFields,
  company: clientFields,
  task: [
    { key: 'assignee_user_id', kind: Kind.USER },
    { key: 'setter_user_id', kind: Kind.USER },
    ...choices('state'),
    ...facts('overdue'),
    ...times('due_time', 'create_time', 'complete_time'),
    { key: 'text', kind: Kind.TEXT },
    ...[
      { key: 'deal_id', kind: Kind.NUMBER },
      { key: 'contact_id', kind: Kind.CONTACT },
      { key: 'id', kind: Kind.NUMBER },
    ],
  ],
};

const fixedChoices: Partial<Record<string, string[]>> = {
  'deal.state': ['open', 'won', 'lost'],
  'deal.source': ['site', 'mail', 'call', 'messenger', 'social', 'hand'],
  'task.state': ['open', 'completed'],
};

type Choice = Pick<Field['choices'][number], 'key' | 'name'>;

// What is called alike in several pipelines is one choice; names of one key are all said.
function merged(choicesOf: Choice[]): Choice[] {
  const names = new Map<string, Set<string>>();
  for (const { key, name } of choicesOf) names.set(key, (names.get(key) ?? new Set()).add(name));
  return [...names].map(([key, said]) => ({ key, name: [...said].join(' / ') }));
}

function choicesFor(name: string, pipelines: Pipeline[], t: TFunction): Choice[] {
  if (name === 'deal.pipeline') return pipelines.map(({ key, name: called }) => ({ key, name: called }));
  if (name === 'deal.stage') return merged(pipelines.flatMap(({ stages }) => stages));
  if (name === 'deal.loss_reason') return merged(pipelines.flatMap(({ lossReasons }) => lossReasons));
  return (fixedChoices[name] ?? []).map((key) => ({ key, name: t(`filters.choices.${name}.${key}`) }));
}

const belongs: Partial<Record<Word, string>> = { contact: 'rules.ofClient', company: 'rules.ofCompany' };

interface Known {
  sets: FieldSet[];
  pipelines: Pipeline[];
  t: TFunction;
}

function fieldsOf(word: Word, isSubject: boolean, { sets, pipelines, t }: Known): FilterField[] {
  const whose = isSubject ? undefined : belongs[word];
  const entity = entities[word];
  const set = sets.find((known) => known.entity === entity);
  const system = further[word]
    .filter(({ isFact }) => isSubject || !isFact)
    .map(({ key, kind }) => {
      const name = `${word}.${key}`;
      const label = t(`filters.fields.${word}.${key}`);
      return create(FieldSchema, { key, kind, label, system: true, choices: choicesFor(name, pipelines, t) });
    });
  const kept = (set?.fields ?? []).map((field) => ({ ...field, label: labelOf(entity ?? Entity.UNSPECIFIED, field) }));
  return [...system, ...kept].map((field) => ({
    ...{ name: `${word}.${field.key}`, word, field },
    label: whose ? t(whose, { label: field.label }) : field.label,
  }));
}

// What a filter of the subject may name, by name: the subject's own first.
export function filterFields(subject: FilterSubject, known: Known): FilterFields {
  const all = wordsOf[subject].flatMap((word, at) => fieldsOf(word, at === 0, known));
  return new Map(all.map((field) => [field.name, field]));
}

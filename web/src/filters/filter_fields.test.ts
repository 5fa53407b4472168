import { create } from '@bufbuild/protobuf';
import { beforeAll, expect, test } from 'vitest';
import { Entity, Field_Kind as Kind, FieldSetSchema } from '../gen/voronka/crm/v1/field_set_pb';
import { PipelineSchema } from '../gen/voronka/crm/v1/pipeline_pb';
import { FilterSubject } from '../gen/voronka/crm/v1/saved_filter_pb';
import { i18n } from '../i18n/i18n';
import ru from '../i18n/ru';
import { filterFields } from './filter_fields';
import { placed } from './row_places';

beforeAll(() => i18n.init({ lng: 'ru', resources: { ru: { translation: ru } } }));

const sets = [Entity.DEAL, Entity.CONTACT, Entity.COMPANY].map((entity) =>
  create(FieldSetSchema, { entity, fields: [{ key: 'town', kind: Kind.TEXT, label: 'Город' }] }),
);
const pipelines = [
  create(PipelineSchema, { key: 'sales', name: 'Продажи', stages: [{ key: 'new', name: 'Новая' }] }),
  create(PipelineSchema, {
    ...{ key: 'claims', name: 'Претензии' },
    stages: [
      { key: 'new', name: 'Поступила' },
      { key: 'work', name: 'В работе' },
    ],
  }),
];
const of = (subject: FilterSubject) => filterFields(subject, { sets, pipelines, t: i18n.t });
const plain = (text: string | undefined) => text?.replaceAll(/[\u2066-\u2069]/g, '');

test('deals are found by what belongs to them, too', () => {
  const fields = of(FilterSubject.DEALS);
  expect(plain(fields.get('deal.town')?.label)).toBe('Город');
  expect(plain(fields.get('contact.town')?.label)).toBe('Город клиента');
  expect(plain(fields.get('company.town')?.label)).toBe('Город компании');
  expect(fields.has('contact.create_time')).toBe(true);
  expect(fields.has('task.state')).toBe(false);
});

test('what is found out about a record is asked in its own list only', () => {
  expect(of(FilterSubject.DEALS).has('contact.has_open_deal')).toBe(false);
  expect(of(FilterSubject.CONTACTS).has('contact.has_open_deal')).toBe(true);
  expect(of(FilterSubject.CONTACTS).has('deal.stage')).toBe(false);
  expect(plain(of(FilterSubject.CONTACTS).get('contact.town')?.label)).toBe('Город');
});

test('a stage of two pipelines is one choice with both names', () => {
  const stage = of(FilterSubject.DEALS).get('deal.stage')?.field;
  expect(stage?.choices.map(({ key, name }) => [key, name])).toEqual([
    ['new', 'Новая / Поступила'],
    ['work', 'В работе'],
  ]);
});

test('every field and choice of the system has a name', () => {
  for (const subject of [FilterSubject.DEALS, FilterSubject.CONTACTS, FilterSubject.COMPANIES, FilterSubject.TASKS]) {
    for (const { field } of of(subject).values()) {
      expect(field.label).not.toContain('filters.');
      field.choices.forEach(({ name }) => expect(name).not.toContain('filters.'));
    }
  }
});

test('what the service refuses is said at its row', () => {
  const at = (field: string) => placed([{ reason: 'UNKNOWN_FIELD', field, text: 'Нет' }]);
  expect(at('filter.comparison.field').problems).toEqual({ 'row/0': 'Нет' });
  expect(at('filter.all.conditions[2].comparison.values').problems).toEqual({ 'row/2': 'Нет' });
  expect(at('filter.any.conditions[1].all.conditions[0].comparison.values[0]').problems).toEqual({ 'row/1': 'Нет' });
  expect(at('saved_filter.filter.comparison.field').problems).toEqual({ 'row/0': 'Нет' });
  expect(at('filter').elsewhere).toEqual(['Нет']);
  expect(at('filter.all.conditions').elsewhere).toEqual(['Нет']);
});

import { create, toJson } from '@bufbuild/protobuf';
import { beforeAll, expect, test } from 'vitest';
import { setAccountZone } from '../calendar/user_zone';
import { Comparison_Operator, ConditionSchema, type Condition } from '../gen/voronka/crm/v1/condition_pb';
import { Entity, Field_Kind as Kind, FieldSetSchema } from '../gen/voronka/crm/v1/field_set_pb';
import { FilterSubject } from '../gen/voronka/crm/v1/saved_filter_pb';
import { i18n } from '../i18n/i18n';
import ru from '../i18n/ru';
import { draftOf, filterOf, me, withoutRow, type Row } from './draft_filter';
import { filterFields, type FilterFields } from './filter_fields';
import { rowWords } from './filter_words';
import { rowProblems } from './row_problems';

let fields: FilterFields = new Map();

beforeAll(async () => {
  setAccountZone('Europe/Moscow');
  await i18n.init({ lng: 'ru', resources: { ru: { translation: ru } } });
  const set = create(FieldSetSchema, {
    entity: Entity.DEAL,
    fields: [
      { key: 'amount', kind: Kind.MONEY, system: true },
      { key: 'weight', kind: Kind.NUMBER, label: 'Вес' },
      { key: 'shipping', kind: Kind.DATE, label: 'Отгрузка' },
      { key: 'subject', kind: Kind.TEXT, label: 'Предмет' },
      {
        ...{ key: 'gifts', kind: Kind.CHOICES, label: 'Подарки' },
        choices: [
          { key: 'pen', name: 'ручка' },
          { key: 'bag', name: 'сумка' },
        ],
      },
    ],
  });
  fields = filterFields(FilterSubject.DEALS, { sets: [set], pipelines: [], t: i18n.t });
});

const all = (...rows: Row[]) => filterOf({ joint: 'all', rows }, fields);
const words = (row: Row) =>
  rowWords(row, { t: i18n.t, fields, nameOf: (id) => (id === 7n ? 'Анна' : '') }).replaceAll(
    // Marks that isolate what is put in, and spaces that do not break.
    /[\u2066-\u2069\u200e\u200f]/g,
    '',
  );
const json = (filter: Condition | undefined) => filter && toJson(ConditionSchema, filter);

const rows: [Row, string][] = [
  [{ field: 'deal.state', way: 'is', values: ['open', 'won'] }, 'Состояние: в работе или выиграна'],
  [{ field: 'deal.responsible_user_id', way: 'is', values: [me, '7'] }, 'Ответственный: я или Анна'],
  [{ field: 'deal.responsible_user_id', way: 'isNot', values: [me] }, 'Ответственный: не я'],
  [{ field: 'deal.has_open_task', way: 'is', values: ['no'] }, 'Есть открытая задача: Нет'],
  [{ field: 'deal.subject', way: 'contains', values: ['кабель'] }, 'Предмет: содержит «кабель»'],
  [{ field: 'deal.subject', way: 'blank', values: [] }, 'Предмет: пусто'],
  [{ field: 'deal.gifts', way: 'is', values: ['pen'] }, 'Подарки: ручка'],
  [{ field: 'deal.weight', way: 'between', values: ['10', '20,5'] }, 'Вес: от 10 до 20,5'],
  [{ field: 'deal.weight', way: 'between', values: ['-0,5', ''] }, 'Вес: от -0,5'],
  [{ field: 'deal.weight', way: 'between', values: ['', '3'] }, 'Вес: до 3'],
  [{ field: 'deal.create_time', way: 'within', values: ['week:-1:-1'] }, 'Создана: прошлая неделя'],
  [{ field: 'deal.create_time', way: 'notWithin', values: ['day:0:0'] }, 'Создана: не сегодня'],
  [{ field: 'deal.create_time', way: 'before', values: ['month:0:0'] }, 'Создана: до: этот месяц'],
  [{ field: 'deal.create_time', way: 'after', values: ['week:0:0'] }, 'Создана: после: эта неделя'],
  [{ field: 'deal.create_time', way: 'lastDays', values: ['7'] }, 'Создана: последние 7 дней'],
  [{ field: 'deal.shipping', way: 'nextDays', values: ['3'] }, 'Отгрузка: ближайшие 3 дня'],
  [{ field: 'deal.stage_enter_time', way: 'olderDays', values: ['13'] }, 'На этапе с: раньше, чем 13 дней назад'],
];

test('a row is read as it was written, alone and beside others', () => {
  for (const [row] of rows) {
    expect(draftOf(all(row)), row.way).toEqual({ joint: 'all', rows: [row] });
    expect(draftOf(all(row, row)), row.way).toEqual({ joint: 'all', rows: [row, row] });
  }
  const both = rows.slice(0, 2).map(([row]) => row);
  expect(draftOf(filterOf({ joint: 'any', rows: both }, fields))).toEqual({ joint: 'any', rows: both });
});

test('a row is said in words', () => {
  for (const [row, said] of rows) expect(words(row)).toBe(said);
});

test('bounds of money, dates and moments belong to the range', () => {
  for (const row of [
    { field: 'deal.amount', way: 'between', values: ['100,50 RUB', '200 RUB'] },
    { field: 'deal.shipping', way: 'between', values: ['2026-02-28', '2026-03-01'] },
    { field: 'deal.create_time', way: 'between', values: ['2026-12-01', '2026-12-31'] },
    { field: 'deal.create_time', way: 'between', values: ['2026-12-01T10:30', '2026-12-01T18:00'] },
  ] satisfies Row[]) {
    expect(draftOf(all(row))).toEqual({ joint: 'all', rows: [row] });
  }
  expect(json(all({ field: 'deal.shipping', way: 'between', values: ['2026-03-01', ''] }))).toMatchObject({
    all: { conditions: [{ all: { conditions: [{ comparison: { values: [{ date: '2026-02-28' }] } }] } }] },
  });
  expect(json(all({ field: 'deal.create_time', way: 'between', values: ['', '2026-12-31'] }))).toMatchObject({
    all: { conditions: [{ all: { conditions: [{ comparison: { values: [{ time: '2026-12-31T21:00:00Z' }] } }] } }] },
  });
});

test('from nothing on is any amount: the service knows none below', () => {
  expect(json(all({ field: 'deal.amount', way: 'between', values: ['0 RUB', ''] }))).toEqual({
    comparison: { field: 'deal.amount', operator: 'OPERATOR_FILLED' },
  });
});

test('nothing asked is no filter', () => {
  expect(all()).toBeUndefined();
  expect(draftOf(undefined)).toEqual({ joint: 'all', rows: [] });
});

test('a filter in another shape is kept as it is', () => {
  const comparison = {
    case: 'comparison' as const,
    value: { field: 'deal.subject', operator: Comparison_Operator.FILLED },
  };
  const filter = create(ConditionSchema, {
    condition: { case: 'negation', value: { condition: comparison } },
  });
  const draft = draftOf(filter);
  expect(draft).toEqual({ joint: 'complex', filter });
  expect(filterOf(draft, fields)).toBe(filter);
});

test('a row is taken away, and the others stay as they are', () => {
  const [first, second, third] = rows.map(([row]) => row);
  if (!first || !second || !third) throw new Error('too few rows');
  const filter = all(first, second, third);
  expect(filter && withoutRow(filter, 1)).toEqual(all(first, third));
  const single = all(first);
  expect(single && withoutRow(single, 0)).toBeUndefined();
  const range: Row = { field: 'deal.weight', way: 'between', values: ['1', '2'] };
  const both = all(first, range);
  expect(draftOf(both && withoutRow(both, 0))).toEqual({ joint: 'all', rows: [range] });
});

test('what is missing or is no value is said at its row', () => {
  const found = rowProblems(
    {
      joint: 'all',
      rows: [
        { field: 'deal.state', way: 'is', values: [] },
        { field: 'deal.weight', way: 'is', values: ['много'] },
        { field: 'deal.create_time', way: 'lastDays', values: ['0'] },
        { field: 'deal.subject', way: 'blank', values: [] },
        { field: 'deal.create_time', way: 'between', values: ['2026-12-01', ''] },
      ],
    },
    fields,
    i18n.t,
  );
  expect(Object.keys(found)).toEqual(['row/0', 'row/1', 'row/2']);
});

test('a day bounds moments and dates, and nothing else', () => {
  const between = (field: string): Row => ({ field, way: 'between', values: ['2026-12-01', ''] });
  const asked = ['deal.create_time', 'deal.shipping', 'deal.weight', 'deal.amount'].map(between);
  expect(Object.keys(rowProblems({ joint: 'all', rows: asked }, fields, i18n.t))).toEqual(['row/2', 'row/3']);
});

test('what is wrong with a field that is not there any more, the service says', () => {
  const row: Row = { field: 'deal.removed', way: 'is', values: ['red'] };
  expect(rowProblems({ joint: 'all', rows: [row] }, fields, i18n.t)).toEqual({});
  expect(words(row)).toBe('deal.removed: red');
});

test('a value of another kind, as a link may have it, is said as it is', () => {
  const said = (field: string, value: string) => words({ field, way: 'is', values: [value] });
  expect(said('deal.shipping', '2026-99-99')).toContain('2026-99-99');
  expect(said('deal.create_time', '2026-99-99')).toContain('2026-99-99');
  expect(said('deal.create_time', '2026-12-31T99:99')).toContain('2026-12-31T99:99');
  expect(said('deal.responsible_user_id', 'Анна')).toContain('Анна');
});

import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import type { Kind } from '../fields/kinds';
import { textForm } from '../fields/value_forms';
import { FieldSchema } from '../gen/voronka/crm/v1/field_set_pb';
import {
  chosenOf,
  mostColumns,
  nextOrder,
  shownColumns,
  sortOf,
  toggled,
  widthWithin,
  withWidth,
  type Column,
  type Row,
} from './columns';

const kind: Kind = { name: 'fields.kinds.text', form: textForm, Editor: () => null };
const columnOf = (name: string, isUsual = false): Column<Row> => ({
  ...{ name, label: name, field: create(FieldSchema), kind, isUsual, width: 150 },
  value: () => ({ case: undefined }),
});
const all = [columnOf('deal.name', true), columnOf('deal.amount', true), columnOf('deal.subject')];
const namesOf = (shown: { column: Column<Row> }[]) => shown.map(({ column }) => column.name);

test('whoever has chosen nothing sees the usual columns', () => {
  expect(namesOf(shownColumns(all, []))).toEqual(['deal.name', 'deal.amount']);
});

test('chosen columns come in their order and width, each once, without those that are gone', () => {
  const chosen = ['deal.subject', 'deal.removed', 'deal.name', 'deal.subject'].map((field) => ({ field, width: 0 }));
  const shown = shownColumns(all, [{ field: 'deal.amount', width: 222 }, ...chosen]);
  expect(namesOf(shown)).toEqual(['deal.amount', 'deal.subject', 'deal.name']);
  expect(shown.map(({ width }) => width)).toEqual([222, 150, 150]);
});

test('if all that was chosen is gone, the usual columns come back', () => {
  expect(namesOf(shownColumns(all, [{ field: 'deal.removed', width: 0 }]))).toEqual(['deal.name', 'deal.amount']);
});

test('a column comes at the end and goes again, but the last one stays', () => {
  const [name, amount, subject] = all as [Column<Row>, Column<Row>, Column<Row>];
  const more = toggled(shownColumns(all, []), subject);
  expect(namesOf(more)).toEqual(['deal.name', 'deal.amount', 'deal.subject']);
  const less = toggled(toggled(more, name), subject);
  expect(namesOf(less)).toEqual(['deal.amount']);
  expect(toggled(less, amount)).toBe(less);
});

test('there are no more columns than a saved filter keeps', () => {
  const many = Array.from({ length: mostColumns }, (_, at) => columnOf(`deal.field${at}`, true));
  expect(toggled(shownColumns(many, []), columnOf('deal.further'))).toHaveLength(mostColumns);
});

test('a usual width is not kept, and none is too narrow or too wide', () => {
  const shown = withWidth(shownColumns(all, []), 'deal.amount', 10);
  expect(chosenOf(shown)).toEqual([
    { field: 'deal.name', width: 0 },
    { field: 'deal.amount', width: widthWithin(0) },
  ]);
  expect(widthWithin(1e6)).toBe(800);
});

test('a header sorts up, then down, then not at all', () => {
  expect(nextOrder('', 'amount')).toBe('amount');
  expect(nextOrder('amount', 'amount')).toBe('amount desc');
  expect(nextOrder('amount desc', 'amount')).toBe('');
  expect(nextOrder('amount desc', 'create_time')).toBe('create_time');
  expect(sortOf('')).toBeUndefined();
  expect(sortOf('close_time desc')).toEqual({ order: 'close_time', isDescending: true });
});

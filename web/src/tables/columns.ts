import type { Kind } from '../fields/kinds';
import type { Value } from '../fields/value_forms';
import type { Field } from '../gen/voronka/crm/v1/field_set_pb';
import type { FieldValue } from '../gen/voronka/crm/v1/field_value_pb';

// A record, as far as a table knows what it is.
export interface Row {
  id: bigint;
  etag: bigint;
}

// A record that a cell names, and leads to.
export interface Named {
  kind: 'deal' | 'contact' | 'company';
  id: bigint;
  // Absent: it is not in the row, and is looked up.
  name?: string;
}

// How a cell is changed in place.
export interface Change<T extends Row> {
  // As in an update mask: `fields.subject`.
  path: string;
  // What a refusal that is about it begins with: `deal.fields["subject"]`.
  place: string;
  // What the request says of the record. Null: the value is cleared.
  part: (value: FieldValue | null, row: T) => Record<string, unknown>;
}

export interface Column<T extends Row> {
  // As conditions, saved filters and views name it: `deal.amount`.
  name: string;
  label: string;
  // Its choices, and who may change it.
  field: Field;
  // How its values are written and edited.
  kind: Kind;
  value: (row: T) => Value;
  // As people read it, where the value alone does not say it.
  text?: (row: T) => string;
  named?: (row: T) => Named | undefined;
  // Texts that lead out of here, such as phones.
  links?: (row: T) => { text: string; href: string | undefined }[];
  change?: Change<T>;
  // What is done with the record instead, such as moving a task. Returns whether the user may.
  act?: (row: T) => boolean;
  // The order that the service has by it. Absent: none.
  order?: string;
  // Pixels, unless the user has chosen others.
  width: number;
  // Whether it is shown to whoever has chosen nothing.
  isUsual: boolean;
}

// What a user has chosen: a column by its name, and its width. 0: the usual one.
export interface Chosen {
  field: string;
  width: number;
}

export interface ShownColumn<T extends Row> {
  column: Column<T>;
  width: number;
}

const leastPx = 60;
const mostPx = 800;

export const widthWithin = (px: number): number => Math.round(Math.min(mostPx, Math.max(leastPx, px)));

// The columns that a table shows, from left to right. A column that is not there any more is left out.
export function shownColumns<T extends Row>(all: Column<T>[], chosen: Chosen[]): ShownColumn<T>[] {
  const byName = new Map(all.map((column) => [column.name, column]));
  const found = chosen.flatMap(({ field, width }) => {
    const column = byName.get(field);
    byName.delete(field);
    return column ? [{ column, width: width ? widthWithin(width) : column.width }] : [];
  });
  if (found.length) return found;
  return all.filter(({ isUsual }) => isUsual).map((column) => ({ column, width: column.width }));
}

export const chosenOf = <T extends Row>(shown: ShownColumn<T>[]): Chosen[] =>
  shown.map(({ column, width }) => ({ field: column.name, width: width === column.width ? 0 : width }));

// More than a saved filter keeps.
export const mostColumns = 50;

// With the column at the end, or without it. The last one stays.
export function toggled<T extends Row>(shown: ShownColumn<T>[], column: Column<T>): ShownColumn<T>[] {
  const others = shown.filter((each) => each.column.name !== column.name);
  if (others.length < shown.length) return others.length ? others : shown;
  return shown.length < mostColumns ? [...shown, { column, width: column.width }] : shown;
}

export const withWidth = <T extends Row>(shown: ShownColumn<T>[], name: string, px: number): ShownColumn<T>[] =>
  shown.map((each) => (each.column.name === name ? { ...each, width: widthWithin(px) } : each));

export interface Sort {
  order: string;
  isDescending: boolean;
}

// Reads `amount desc`. Undefined: the usual order.
export function sortOf(orderBy: string): Sort | undefined {
  const [order = '', way] = orderBy.split(' ');
  return order ? { order, isDescending: way === 'desc' } : undefined;
}

export const orderByOf = ({ order, isDescending }: Sort): string => (isDescending ? `${order} desc` : order);

// After another click on the header of a column: up, down, and back to the usual order.
export function nextOrder(orderBy: string, order: string): string {
  const now = sortOf(orderBy);
  if (now?.order !== order) return order;
  return now.isDescending ? '' : orderByOf({ order, isDescending: true });
}

import { expect, test } from 'vitest';
import { neighbourOf, placeAfter, wishOf, type GridKey, type Place } from './grid_keys';

const size = { rows: 100, columns: 5, page: 20 };
const at = (row: number, column: number): Place => ({ row, column });
const key = (name: string, more: Partial<GridKey> = {}): GridKey => ({
  ...{ key: name, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
  ...more,
});
const after = (place: Place, name: string, more?: Partial<GridKey>) => placeAfter(place, key(name, more), size);

test('arrows go to the next cell, and not out of the table', () => {
  expect(after(at(3, 2), 'ArrowDown')).toEqual(at(4, 2));
  expect(after(at(3, 2), 'ArrowUp')).toEqual(at(2, 2));
  expect(after(at(3, 2), 'ArrowLeft')).toEqual(at(3, 1));
  expect(after(at(3, 2), 'ArrowRight')).toEqual(at(3, 3));
  expect(after(at(99, 4), 'ArrowDown')).toEqual(at(99, 4));
  expect(after(at(99, 4), 'ArrowRight')).toEqual(at(99, 4));
  expect(after(at(3, 0), 'ArrowLeft')).toEqual(at(3, 0));
});

test('above the first row is the header', () => {
  expect(after(at(0, 2), 'ArrowUp')).toEqual(at(-1, 2));
  expect(after(at(-1, 2), 'ArrowUp')).toEqual(at(-1, 2));
  expect(after(at(-1, 2), 'ArrowDown')).toEqual(at(0, 2));
});

test('Home and End go along the row, with Ctrl through the table', () => {
  expect(after(at(3, 2), 'Home')).toEqual(at(3, 0));
  expect(after(at(3, 2), 'End')).toEqual(at(3, 4));
  expect(after(at(3, 2), 'Home', { ctrlKey: true })).toEqual(at(0, 0));
  expect(after(at(3, 2), 'End', { ctrlKey: true })).toEqual(at(99, 4));
  expect(after(at(3, 2), 'ArrowDown', { metaKey: true })).toEqual(at(99, 2));
});

test('pages are as long as what is seen', () => {
  expect(after(at(3, 2), 'PageDown')).toEqual(at(23, 2));
  expect(after(at(90, 2), 'PageDown')).toEqual(at(99, 2));
  expect(after(at(3, 2), 'PageUp')).toEqual(at(0, 2));
});

test('in an empty table there is only the header', () => {
  expect(placeAfter(at(-1, 0), key('ArrowDown'), { ...size, rows: 0 })).toEqual(at(-1, 0));
});

test('keys of the browser, of the page and of texts lead nowhere', () => {
  expect(after(at(3, 2), 'ArrowLeft', { altKey: true })).toBeUndefined();
  expect(after(at(3, 2), 'ArrowLeft', { shiftKey: true })).toBeUndefined();
  expect(after(at(3, 2), 'Tab')).toBeUndefined();
  expect(after(at(3, 2), 'a')).toBeUndefined();
});

test('Tab in an editor goes on row by row, and ends with the table', () => {
  expect(neighbourOf(at(3, 2), 1, size)).toEqual(at(3, 3));
  expect(neighbourOf(at(3, 4), 1, size)).toEqual(at(4, 0));
  expect(neighbourOf(at(3, 0), -1, size)).toEqual(at(2, 4));
  expect(neighbourOf(at(0, 0), -1, size)).toBeUndefined();
  expect(neighbourOf(at(99, 4), 1, size)).toBeUndefined();
});

test('Enter and F2 change a cell, Ctrl+Enter opens what it names, and the menu has its usual keys', () => {
  expect(wishOf(key('Enter'))).toBe('edit');
  expect(wishOf(key('F2'))).toBe('edit');
  expect(wishOf(key('Enter', { ctrlKey: true }))).toBe('open');
  expect(wishOf(key('ArrowDown', { altKey: true }))).toBe('menu');
  expect(wishOf(key('F10', { shiftKey: true }))).toBe('menu');
  expect(wishOf(key('Enter', { shiftKey: true }))).toBeUndefined();
  expect(wishOf(key(' '))).toBeUndefined();
});

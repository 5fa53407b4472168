import { expect, test } from 'vitest';
import { Field_Kind as Kind } from '../gen/voronka/crm/v1/field_set_pb';
import { operandOf, operatorOf, wayKey, waysOf, type Way } from './comparisons';

const ofKind = (kind: Kind, system = false): Way[] => waysOf({ kind, system });
const every = Object.values(Kind).filter((kind): kind is Kind => typeof kind === 'number' && kind !== Kind.UNSPECIFIED);
const kindsWith = (way: Way) => every.filter((kind) => ofKind(kind).includes(way));

const texts = [Kind.TEXT, Kind.MULTILINE_TEXT, Kind.PHONE, Kind.EMAIL, Kind.LINK, Kind.ADDRESS];

test('every field may be filled or blank, but for what the system finds out', () => {
  expect(kindsWith('filled')).toEqual(every);
  expect(kindsWith('blank')).toEqual(every);
  expect(ofKind(Kind.YES_NO, true)).toEqual(['is']);
});

test('only texts contain something', () => {
  expect(kindsWith('contains')).toEqual(texts);
});

test('what has an order is less, more and between', () => {
  const ordered = [Kind.NUMBER, Kind.MONEY, Kind.DATE, Kind.TIME];
  for (const way of ['less', 'more', 'between'] as const) expect(kindsWith(way)).toEqual(ordered);
});

test('only dates and times are compared with periods', () => {
  for (const way of ['within', 'notWithin', 'before', 'after', 'lastDays', 'nextDays', 'olderDays'] as const) {
    expect(kindsWith(way)).toEqual([Kind.DATE, Kind.TIME]);
  }
});

test('a moment is never exactly one', () => {
  expect(kindsWith('is')).toEqual(every.filter((kind) => kind !== Kind.TIME));
});

test('a field that is not there any more can still be asked about', () => {
  expect(waysOf(undefined)).toEqual(['filled', 'blank']);
});

test('every way but a range and a number of days is one comparison', () => {
  const offered = new Set(every.flatMap((kind) => ofKind(kind)));
  const others = [...offered].filter((way) => !['range', 'days'].includes(operandOf(way)));
  expect(others.filter((way) => !(way in operatorOf))).toEqual([]);
});

test('dates are not less but earlier', () => {
  expect(wayKey('less', { kind: Kind.DATE })).toBe('earlier');
  expect(wayKey('more', { kind: Kind.TIME })).toBe('later');
  expect(wayKey('less', { kind: Kind.MONEY })).toBe('less');
  expect(wayKey('between', { kind: Kind.DATE })).toBe('betweenDates');
});

import { create, type MessageInitShape } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { Comparison_Operator, ConditionSchema, Period_Unit } from '../gen/voronka/crm/v1/condition_pb';
import type { FieldValueSchema } from '../gen/voronka/crm/v1/field_value_pb';
import { filterLink, filterOfLink, isSameFilter } from './filter_link';

type Init = MessageInitShape<typeof ConditionSchema>;

const open: Init = {
  condition: {
    case: 'comparison',
    value: {
      field: 'deal.state',
      operator: Comparison_Operator.ONE_OF,
      values: [{ value: { case: 'choice', value: 'open' } }],
    },
  },
};
const lastWeek: Init = {
  condition: {
    case: 'comparison',
    value: {
      field: 'deal.create_time',
      operator: Comparison_Operator.ONE_OF,
      period: { unit: Period_Unit.WEEK, first: -1, last: -1 },
    },
  },
};
const all = (...conditions: Init[]): Init => ({ condition: { case: 'all', value: { conditions } } });
const not = (value: Init): Init => ({ condition: { case: 'negation', value } });
const made = (init: Init) => create(ConditionSchema, init);

test('a filter comes out of its link as it went in', () => {
  for (const init of [open, lastWeek, all(open, lastWeek), all(not(open), lastWeek)]) {
    expect(filterOfLink(filterLink(made(init)))).toEqual(made(init));
  }
});

test('a link is short and needs no escapes', () => {
  const link = filterLink(made(all(open, lastWeek)));
  expect(link).toMatch(/^[\w-]+$/);
  expect(link.length).toBeLessThan(110);
});

test('a link stays what it was: it may be in somebody’s bookmarks', () => {
  expect(filterLink(made(open))).toBe('ChYKCmRlYWwuc3RhdGUQAxoGOgRvcGVu');
});

test('what is no filter is none', () => {
  const empty = filterLink(made({}));
  const inside = filterLink(made(all(open, {})));
  const noField = filterLink(
    made({ condition: { case: 'comparison', value: { operator: Comparison_Operator.FILLED } } }),
  );
  const noOperator = filterLink(made({ condition: { case: 'comparison', value: { field: 'deal.stage' } } }));
  const tooDeep = filterLink(made(not(not(not(not(not(open)))))));
  for (const link of ['', 'привет', '!!!', 'ChYK', '%', 'AAAA', empty, inside, noField, noOperator, tooDeep]) {
    expect(filterOfLink(link), link).toBeUndefined();
  }
  expect(filterOfLink(filterLink(made(not(not(not(not(open)))))))).toBeDefined();
});

test('a value that cannot be shown makes no filter', () => {
  const withValue = (value: MessageInitShape<typeof FieldValueSchema>['value']) =>
    filterOfLink(
      filterLink(
        made({
          condition: {
            case: 'comparison',
            value: { field: 'deal.x', operator: Comparison_Operator.MORE, values: [{ value }] },
          },
        }),
      ),
    );
  expect(withValue({ case: 'time', value: { seconds: 10n ** 15n } })).toBeUndefined();
  expect(withValue({ case: 'date', value: 'вчера' })).toBeUndefined();
  expect(withValue({ case: 'money', value: { minor: 1n, currency: '?' } })).toBeUndefined();
  expect(withValue(undefined)).toBeUndefined();
  expect(withValue({ case: 'money', value: { minor: 1n, currency: 'RUB' } })).toBeDefined();
});

test('filters are the same if they say the same', () => {
  expect(isSameFilter(made(all(open, lastWeek)), made(all(open, lastWeek)))).toBe(true);
  expect(isSameFilter(made(all(open, lastWeek)), made(all(lastWeek, open)))).toBe(false);
  expect(isSameFilter(undefined, undefined)).toBe(true);
  expect(isSameFilter(undefined, made(open))).toBe(false);
});

import { create } from '@bufbuild/protobuf';
import type { TFunction } from 'i18next';
import { Period_Unit as Unit, PeriodSchema, type Period } from '../gen/voronka/crm/v1/condition_pb';

const units = { day: Unit.DAY, week: Unit.WEEK, month: Unit.MONTH, quarter: Unit.QUARTER, year: Unit.YEAR } as const;

type UnitName = keyof typeof units;

// As an editor has it: `week:-1:-1`.
export const typedPeriod = ({ unit, first, last }: Omit<Period, '$typeName'>): string => {
  const name = Object.entries(units).find(([, known]) => known === unit)?.[0] ?? 'day';
  return `${name}:${first}:${last}`;
};

// Undefined: it is none.
export function periodOf(typed: string): Period | undefined {
  const [, name = '', first = '', last = ''] =
    /^(day|week|month|quarter|year):(-?\d{1,4}):(-?\d{1,4})$/.exec(typed) ?? [];
  if (!name) return undefined;
  return create(PeriodSchema, { unit: units[name as UnitName], first: Number(first), last: Number(last) });
}

export const daysPeriod = (first: number, last: number): Period =>
  create(PeriodSchema, { unit: Unit.DAY, first, last });

// Those with a name, in the order in which they are offered.
const named = {
  ...{ 'day:0:0': 'today', 'day:-1:-1': 'yesterday', 'day:1:1': 'tomorrow' },
  ...{ 'week:0:0': 'thisWeek', 'week:-1:-1': 'lastWeek', 'week:1:1': 'nextWeek' },
  ...{ 'month:0:0': 'thisMonth', 'month:-1:-1': 'lastMonth', 'month:1:1': 'nextMonth' },
  ...{ 'quarter:0:0': 'thisQuarter', 'quarter:-1:-1': 'lastQuarter' },
  ...{ 'year:0:0': 'thisYear', 'year:-1:-1': 'lastYear' },
} as const;

export const namedPeriods: string[] = Object.keys(named);

// «прошлая неделя»; of one without a name: «недели от −3 до −2».
export function periodWords(typed: string, t: TFunction): string {
  const name = (named as Partial<Record<string, string>>)[typed];
  if (name) return t(`filters.periods.${name}`);
  const [unit = 'day', first = '', last = ''] = typed.split(':');
  return t(`filters.spans.${unit}`, { first: first.replace('-', '−'), last: last.replace('-', '−') });
}

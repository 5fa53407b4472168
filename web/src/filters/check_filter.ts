import { filters } from '../api/filter_client';
import type { Violation } from '../api/refusal';
import type { Condition } from '../gen/voronka/crm/v1/condition_pb';
import { FilterSubject } from '../gen/voronka/crm/v1/saved_filter_pb';
import { gathered, type Placed } from '../settings/problems';

const asks: Record<FilterSubject, (asked: { filter: Condition; pageSize: number }) => Promise<unknown>> = {
  [FilterSubject.UNSPECIFIED]: () => Promise.resolve(),
  [FilterSubject.DEALS]: (asked) => filters.filterDeals(asked),
  [FilterSubject.CONTACTS]: (asked) => filters.filterContacts(asked),
  [FilterSubject.COMPANIES]: (asked) => filters.filterCompanies(asked),
  [FilterSubject.TASKS]: (asked) => filters.filterTasks(asked),
};

// Throws as the service refuses it.
export async function askService(subject: FilterSubject, filter: Condition): Promise<void> {
  await asks[subject]({ filter, pageSize: 1 });
}

export const rowPlace = (at: number): string => `row/${at}`;

// Undefined: it is about the filter as a whole.
function placeOf(path: string): string | undefined {
  const [, at = '0', rest = ''] = /^(?:saved_filter\.)?filter\.(?:(?:all|any)\.conditions\[(\d+)\]\.)?(.*)$/.exec(path) ?? [];
  return rest ? rowPlace(Number(at)) : undefined;
}

// A refusal at the rows that it is about.
export const placed = (violations: Violation[]): Placed =>
  gathered(violations.map(({ field, text }) => ({ place: placeOf(field), text })));

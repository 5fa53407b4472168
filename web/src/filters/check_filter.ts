import { filters } from '../api/filter_client';
import type { Condition } from '../gen/voronka/crm/v1/condition_pb';
import { FilterSubject } from '../gen/voronka/crm/v1/saved_filter_pb';

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

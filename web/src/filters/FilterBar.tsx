import { deferred } from '../components/deferred';
import type { Condition } from '../gen/voronka/crm/v1/condition_pb';
import type { FilterSubject, SavedFilter } from '../gen/voronka/crm/v1/saved_filter_pb';
import styles from './FilterBar.module.css';
import { FilterButton } from './FilterButton';

export interface FilterBarProps {
  // What is filtered. Absent: deals, so that the board need not load what describes saved filters.
  subject?: FilterSubject;
  filter: Condition | undefined;
  // `saved`: the filter was chosen from those that have a name, which may have an order and columns, too.
  onFilter: (filter: Condition | undefined, saved?: SavedFilter) => void;
}

const chips = deferred(async () => (await import('./FilterChips')).FilterChips);

// What is filtered, in words. Nothing without a filter.
export function FilterSaid({ filter, ...props }: FilterBarProps) {
  return filter && <chips.Component {...props} filter={filter} />;
}

// The button that opens the panel, and what is filtered beside it.
export function FilterBar(props: FilterBarProps) {
  return (
    <div className={styles.bar}>
      <FilterButton {...props} />
      <FilterSaid {...props} />
    </div>
  );
}

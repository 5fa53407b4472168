import type { Condition } from '../gen/voronka/crm/v1/condition_pb';
import type { Money } from '../gen/voronka/crm/v1/money_pb';
import type { FilterSubject } from '../gen/voronka/crm/v1/saved_filter_pb';
import type { LiveChange } from '../live/changes';
import type { Row } from './columns';
import type { ReadPage } from './row_pages';

export interface Asked {
  filter: Condition | undefined;
  orderBy: string;
  // What is typed into a search box. Empty: nothing. Then all records are searched, whatever the filter.
  words: string;
}

export interface Counted {
  count: bigint;
  // There may be more.
  isPartial: boolean;
  // One for each currency.
  amounts: Money[];
}

export interface RowChange {
  // The same when the same change is retried.
  requestId: string;
  part: Record<string, unknown>;
  updateMask: { paths: string[] };
  etag: bigint;
}

// What is particular to deals, contacts, companies or tasks.
export interface Subject<T extends Row> {
  filters: FilterSubject;
  read: (asked: Asked, page: { pageSize: number; pageToken: string }, signal: AbortSignal) => Promise<ReadPage<T>>;
  count: (filter: Condition | undefined, signal: AbortSignal) => Promise<Counted>;
  get: (id: bigint) => Promise<T>;
  // Absent: nothing is changed in cells.
  update?: (id: bigint, change: RowChange) => Promise<T>;
  // Tells the rest of the page of a version that was the answer to a change.
  share: (row: T) => void;
  // Whether the user may change the record. The service decides; this only spares people the attempt.
  mayChange: (row: T) => boolean;
  changed: (changes: LiveChange[]) => T[];
  // Ids of those that the user does not see any more.
  gone: (changes: LiveChange[]) => bigint[];
}

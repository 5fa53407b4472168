import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { refusalOf } from '../api/refusal';
import { Empty } from '../components/Empty';
import { Failure } from '../components/Failure';
import { FilterBar } from '../filters/FilterBar';
import { useLinkedFilter } from '../filters/linked_filter';
import type { Condition } from '../gen/voronka/crm/v1/condition_pb';
import type { SavedFilter } from '../gen/voronka/crm/v1/saved_filter_pb';
import { useTranslation } from '../i18n/translation';
import type { Column, Row } from './columns';
import { ColumnsMenu } from './ColumnsMenu';
import { both, isFilled } from './conditions';
import { useCount } from './count_query';
import { Footer } from './Footer';
import { Grid } from './Grid';
import type { RowPages } from './row_pages';
import { useRows } from './rows';
import type { Subject } from './subject';
import styles from './table.module.css';
import { useShown } from './use_shown';

interface TableProps<T extends Row> {
  label: string;
  subject: Subject<T>;
  columns: Column<T>[];
  // Of deals: of this pipeline. 0: of all together.
  pipelineId?: bigint;
  // What is true of everything in the table, whatever else it is filtered by. The same object as long as it is.
  within?: Condition;
  // Whether a record could be among the rows. The same function as long as the table is the same.
  mayBeIn: (row: T) => boolean;
  // What is typed into a search box beside the filter. All records are searched then, whatever the filter.
  words?: string;
  // What is said if there is nothing at all.
  empty: { title: string; hint?: string };
  // The search box, and the like.
  children?: ReactNode;
}

// Why there are no rows (further on). Undefined: there are, or will be.
function useProblem<T extends Row>(pages: RowPages<T>): string | undefined {
  const { t } = useTranslation();
  if (pages.failure !== undefined) return refusalOf(pages.failure).message;
  return pages.isLate ? t('errors.noAnswer') : undefined;
}

// Quietly: what is on the screen stays where it is until then.
function Refresh({ refresh }: { refresh: () => void }) {
  const { t } = useTranslation();
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      leftSection={<IconRefresh size={14} aria-hidden="true" />}
      onClick={refresh}
    >
      {t('tables.refresh')}
    </Button>
  );
}

function None({ title, hint, clear }: { title: string; hint?: string; clear?: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.notice}>
      <Empty title={title} hint={hint}>
        {clear && (
          <Button variant="default" onClick={clear}>
            {t('tables.clearFilter')}
          </Button>
        )}
      </Empty>
    </div>
  );
}

interface FoundProps<T extends Row> extends Pick<TableProps<T>, 'label' | 'subject' | 'words' | 'empty'> {
  pages: RowPages<T>;
  total: number | undefined;
  looked: ReturnType<typeof useShown<T>>;
  problem: string | undefined;
  isFiltered: boolean;
  clear: () => void;
  filterBy: (name: string, isFilled: boolean) => void;
}

// The rows, or what is said in their place.
function Found<T extends Row>({ words, empty, problem, isFiltered, clear, filterBy, ...found }: FoundProps<T>) {
  const { t } = useTranslation();
  const { pages, looked } = found;
  if (pages.count === 0 && problem !== undefined) {
    return (
      <div className={styles.notice}>
        <Failure text={problem} retry={() => pages.retry()} />
      </div>
    );
  }
  if (pages.count === 0 && pages.isWhole) {
    if (words) return <None title={t('clientLists.noneFound')} hint={t('clientLists.noneFoundHint')} />;
    if (!isFiltered) return <None {...empty} />;
    return <None title={t('tables.noneFound')} hint={t('tables.noneFoundHint')} clear={clear} />;
  }
  const { order, move, resize, hide } = looked;
  return (
    <Grid
      label={found.label}
      subject={found.subject}
      shown={looked.shown}
      pages={pages}
      total={found.total}
      orderBy={words ? '' : looked.orderBy}
      actions={{ order, move, resize, hide, filter: filterBy }}
      replace={looked.replace}
    />
  );
}

// Any records as a table: filtered, sorted, changed in its cells, and counted.
export function Table<T extends Row>(props: TableProps<T>) {
  const { label, subject, columns, pipelineId = 0n, within, mayBeIn, words = '', empty, children } = props;
  const { t } = useTranslation();
  const [filter, setFilter] = useLinkedFilter();
  const looked = useShown(columns, { subject: subject.filters, pipelineId });
  const { isKnown, orderBy, lookAs } = looked;
  const whole = useMemo(() => (within ? both(filter, within) : filter), [filter, within]);
  const { pages, refresh } = useRows(subject, { filter: whole, orderBy, words }, mayBeIn, isKnown);
  const counted = useCount(subject, whole);
  const problem = useProblem(pages);
  const filterAs = (now: Condition | undefined, saved?: SavedFilter) => {
    setFilter(now);
    lookAs(saved);
  };
  return (
    <>
      <div className={styles.bar}>
        {children}
        <div className={styles.filter}>
          {!words && <FilterBar subject={subject.filters} filter={filter} onFilter={filterAs} />}
        </div>
        {pages.hasNews && <Refresh refresh={refresh} />}
        <ColumnsMenu all={columns} shown={looked.shown} show={looked.show} reset={looked.reset} />
      </div>
      <Found
        {...{ label, subject, words, empty, pages, looked, problem }}
        total={counted && !counted.isPartial && !words ? Number(counted.count) : undefined}
        isFiltered={filter !== undefined}
        clear={() => filterAs(undefined)}
        filterBy={(name, filled) => setFilter(both(filter, isFilled(name, filled)))}
      />
      <Footer
        counted={words ? undefined : counted}
        problem={pages.count ? (problem ?? '') : ''}
        retry={() => pages.retry()}
      />
      <p id="table-keys" hidden>
        {t('tables.keys')}
      </p>
    </>
  );
}

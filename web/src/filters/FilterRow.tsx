import { ActionIcon, NativeSelect } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useFocusPassedOn } from '../components/focus';
import { useTranslation } from '../i18n/translation';
import { newRow, withWay } from './begin_row';
import { operandOf, wayKey, waysOf, type Way } from './comparisons';
import type { Row } from './draft_filter';
import type { FilterFields } from './filter_fields';
import styles from './filters.module.css';
import { RowValues } from './RowValues';

interface FilterRowProps {
  fields: FilterFields;
  row: Row;
  change: (row: Row) => void;
  remove: () => void;
  problem: string | undefined;
}

// Grouped by whose they are. One that is not there any more is offered only where it is named.
function useFieldGroups(fields: FilterFields, named = '') {
  const { t } = useTranslation();
  const words = [...new Set([...fields.values()].map(({ word }) => word))];
  const groups = words.map((word) => ({
    group: t(`filters.groups.${word}`),
    items: [...fields.values()]
      .filter((known) => known.word === word)
      .map(({ name, label }) => ({ value: name, label })),
  }));
  return named && !fields.has(named) ? [{ group: named, items: [{ value: named, label: named }] }, ...groups] : groups;
}

// «Этап» — «один из» — «Новая заявка».
export function FilterRow({ fields, row, change, remove, problem }: FilterRowProps) {
  const { t } = useTranslation();
  const line = useFocusPassedOn<HTMLLIElement>();
  const groups = useFieldGroups(fields, row.field);
  const known = fields.get(row.field);
  const field = known && { ...known.field, label: known.label };
  const offered = waysOf(field);
  const ways = offered.includes(row.way) ? offered : [row.way, ...offered];
  // It stands at the editor, if there is one that can say it.
  const isAtValues = field !== undefined && operandOf(row.way) !== 'none';
  return (
    <li ref={line} className={styles.row} data-field={row.field}>
      <div className={styles.rowLine}>
        <NativeSelect
          className={styles.fieldSelect}
          aria-label={t('filters.field')}
          value={row.field}
          onChange={({ currentTarget: { value } }) =>
            change({ ...newRow(value, fields.get(value)?.field), id: row.id })
          }
          error={!isAtValues && problem}
          data={groups}
        />
        <NativeSelect
          className={styles.waySelect}
          aria-label={t('filters.way')}
          value={row.way}
          onChange={(event) => change(withWay(row, event.currentTarget.value as Way, field))}
          data={ways.map((way) => ({ value: way, label: t(`filters.ways.${wayKey(way, field)}`) }))}
        />
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('filters.removeRow', { field: field?.label ?? row.field })}
          onClick={remove}
        >
          <IconTrash size={16} aria-hidden="true" />
        </ActionIcon>
      </div>
      {field && (
        <RowValues
          key={`${row.field}/${row.way}`}
          field={field}
          row={row}
          change={(values) => change({ ...row, values })}
          problem={problem}
        />
      )}
    </li>
  );
}

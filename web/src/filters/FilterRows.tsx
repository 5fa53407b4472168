import { Button, NativeSelect } from '@mantine/core';
import { useTranslation } from '../i18n/translation';
import { newId } from '../settings/order';
import { OptionPicker } from '../settings/OptionPicker';
import { newRow } from './begin_row';
import type { Draft } from './draft_filter';
import type { FilterFields } from './filter_fields';
import { FilterRow } from './FilterRow';
import styles from './filters.module.css';
import { rowPlace } from './row_places';
import type { Panel } from './use_panel';

type Plain = Exclude<Draft, { joint: 'complex' }>;

function Joint({ draft, change }: { draft: Plain; change: (draft: Plain) => void }) {
  const { t } = useTranslation();
  if (draft.rows.length < 2) return null;
  return (
    <NativeSelect
      aria-label={t('filters.joint')}
      value={draft.joint}
      onChange={(event) => change({ ...draft, joint: event.currentTarget.value === 'any' ? 'any' : 'all' })}
      data={[
        { value: 'all', label: t('filters.all') },
        { value: 'any', label: t('filters.any') },
      ]}
    />
  );
}

// Made elsewhere, in a shape that rows cannot say.
function Complex({ remove }: { remove: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.complex}>
      <strong>{t('filters.complex')}</strong>
      <p>{t('filters.complexHint')}</p>
      <Button size="compact-sm" variant="default" onClick={remove}>
        {t('filters.clear')}
      </Button>
    </div>
  );
}

// What is asked, row by row.
export function FilterRows({ panel, fields }: { panel: Panel; fields: FilterFields }) {
  const { t } = useTranslation();
  const { draft, change, found } = panel;
  if (draft.joint === 'complex') return <Complex remove={() => change({ joint: 'all', rows: [] })} />;
  const { rows } = draft;
  const put = (changed: Plain['rows']) => change({ ...draft, rows: changed });
  return (
    <div className={styles.rows}>
      <Joint draft={draft} change={change} />
      <ul className={styles.list}>
        {rows.map((row, at) => (
          <FilterRow
            key={row.id}
            fields={fields}
            row={row}
            change={(changed) => put(rows.map((one, other) => (other === at ? changed : one)))}
            remove={() => put(rows.filter((_, other) => other !== at))}
            problem={found.problems[rowPlace(at)]}
          />
        ))}
      </ul>
      <OptionPicker
        label={t('filters.allFields')}
        add={t('filters.addRow')}
        options={[...fields.values()].map(({ name, label }) => ({ value: name, name: label }))}
        chosen={rows.map(({ field }) => field)}
        pick={(name) => put([...rows, { ...newRow(name, fields.get(name)?.field), id: newId() }])}
      />
    </div>
  );
}
